const DAY = 86_400_000

/** The calendar date, YYYY-MM-DD, a number of days from the reference day (UTC). */
export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)
}

/** The instant of a wall-clock time (`HH:MM`) in a zone, a number of days from the reference day, as ISO text in UTC. */
export function instant(now: Date, zone: string, days: number, time: string): string {
  const guess = new Date(`${dayFrom(now, days)}T${time}:00.000Z`)
  const first = new Date(guess.getTime() - offsetOf(guess, zone))
  return new Date(guess.getTime() - offsetOf(first, zone)).toISOString()
}

/** The day, counted from the reference day, that ends with the clock change nearest to it in a zone. */
export function nearestClockChange(now: Date, zone: string): number {
  for (let distance = 0; distance < 200; distance++) {
    for (const day of distance ? [distance, -distance] : [0]) {
      const noon = new Date(`${dayFrom(now, day)}T12:00:00.000Z`)
      if (offsetOf(noon, zone) !== offsetOf(new Date(noon.getTime() + DAY), zone)) return day
    }
  }
  throw new Error(`The zone ${zone} has no clock change near the reference day`)
}

/** The date of birth of someone of this age at the reference day; the fraction picks the day within the year. */
export function birthday(now: Date, age: number, fraction: number): string {
  return dayFrom(now, -Math.round(age * 365.25 + 8 + fraction * 345))
}

function offsetOf(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(at.getTime() / 1000) * 1000
}
