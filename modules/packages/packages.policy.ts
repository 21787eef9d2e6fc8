/** How many talents a shortlist holds. */
export const LIMIT = 200

/** Whether so many more talents fit on a shortlist. */
export function hasRoom(count: number, more: number): boolean {
  return count + more <= LIMIT
}
