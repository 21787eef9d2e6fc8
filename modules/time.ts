/** ISO text of an instant, or null. */
export function iso(date: Date): string
export function iso(date: Date | null): string | null
export function iso(date: Date | null): string | null {
  return date === null ? null : date.toISOString()
}

/** `YYYY-MM-DD` of a calendar date that the database gave as midnight UTC, or null. */
export function dateOnly(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10)
}

/** Midnight UTC of a calendar date, as the database driver wants it. */
export function fromDateOnly(text: string): Date {
  return new Date(`${text}T00:00:00.000Z`)
}

/** Whole years between a birthday and a day. */
export function ageOn(birth: Date, day: Date): number {
  const years = day.getUTCFullYear() - birth.getUTCFullYear()
  const before = day.getUTCMonth() < birth.getUTCMonth() || (day.getUTCMonth() === birth.getUTCMonth() && day.getUTCDate() < birth.getUTCDate())
  return before ? years - 1 : years
}
