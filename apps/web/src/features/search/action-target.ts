/** What an action on a talent needs to know of them. */
export interface ActionTarget {
  readonly id: string
  readonly slug: string
  readonly displayName: string
}
