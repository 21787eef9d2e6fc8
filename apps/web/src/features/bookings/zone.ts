/** A calendar day `YYYY-MM-DD`, with no zone. */
export type Day = string

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function partsFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** The clock of a zone at an instant, as if it were UTC. */
function wallTime(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    partsFormat(zone)
      .formatToParts(instant)
      .map((p) => [p.type, Number(p.value)]),
  )
  return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1, parts['hour'] ?? 0, parts['minute'] ?? 0, parts['second'] ?? 0)
}

/** The day that an instant falls on in a zone. */
export function dayOf(instant: string | number | Date, zone: string): Day {
  return new Date(wallTime(new Date(instant).getTime(), zone)).toISOString().slice(0, 10)
}

/** The time of day `HH:mm` of an instant in a zone. */
export function timeOf(instant: string | number | Date, zone: string): string {
  return new Date(wallTime(new Date(instant).getTime(), zone)).toISOString().slice(11, 16)
}

/**
 * The instant of a day and time in a zone. A time that the spring change of clocks leaves out is read as the moment after the
 * gap; one that the autumn change repeats is its first occurrence.
 */
export function instantAt(day: Day, time: string, zone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const offsetAt = (instant: number) => wallTime(instant, zone) - instant
  // The offsets before and after a possible change of clocks on this day.
  const [before, after] = [offsetAt(wanted - DAY_MS), offsetAt(wanted + DAY_MS)]
  const fits = [wanted - before, wanted - after].filter((c) => wallTime(c, zone) === wanted).sort((a, b) => a - b)
  return new Date(fits[0] ?? wanted - before).toISOString()
}

/** The day some days later (or earlier). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The Monday of the week of a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** First and last day of a period in a zone; a period that ends at midnight does not touch the next day. */
export function daySpan(startsAt: string, endsAt: string, zone: string): { readonly first: Day; readonly last: Day } {
  return { first: dayOf(startsAt, zone), last: dayOf(new Date(endsAt).getTime() - 1, zone) }
}
