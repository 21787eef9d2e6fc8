/** How many talents a shortlist holds. */
export const LIMIT = 200

/** Whether so many more talents fit on a shortlist. */
export function hasRoom(count: number, more: number): boolean {
  return count + more <= LIMIT
}

/** Whether a talent can be put on a shortlist, and is shown with a picture there. */
export function isAvailable(profile: { readonly status: string } | undefined): boolean {
  return profile?.status === 'active'
}
