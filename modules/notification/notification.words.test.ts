import { bookingReasons } from '@itellico/contracts/bookings'
import { describe, expect, it } from 'vitest'
import { bookingText, languageOf, periodText } from './notification.words.ts'
import { layOut, renderText, templateNames } from './notification.templates.ts'

const job = {
  title: 'Lookbook',
  clientName: 'Studio',
  startsAt: '2026-10-24T20:00:00Z',
  endsAt: '2026-10-25T05:00:00Z',
  timezone: 'Europe/Vienna',
  location: null,
}

describe('words', () => {
  it('follow the reader', () => {
    expect([languageOf('de-AT'), languageOf('en'), languageOf('fr')]).toEqual(['de', 'en', 'en'])
    expect(bookingText('de', 'Mira', 'confirmed', job, 'ok').title).toBe('Buchung bestätigt: Mira')
    expect(bookingText('de', 'Mira', 'expired', job, bookingReasons.timeOver).body).toMatch(/Grund: Die Zeit für die Entscheidung war vorbei$/)
    expect(bookingText('de', 'Mira', 'cancelled', job, 'Regen').body).toMatch(/Grund: Regen$/)
    expect(bookingText('en', 'Mira', 'cancelled', job, 'Rain').body).toMatch(/^Lookbook for Studio, .*Reason: Rain$/)
  })
  it('show a night over the change of clocks by the clocks on the wall', () => {
    expect(periodText('en', job.startsAt, job.endsAt, job.timezone)).toMatch(/22:00.*06:00/)
  })
})

describe('messages', () => {
  it.each(
    templateNames.flatMap((t) => [
      [t, 'en'],
      [t, 'de'],
    ]),
  )('%s can be written in %s', (template, locale) => {
    const text = renderText(
      template,
      locale,
      { firstName: 'Ann', link: 'http://x.localhost/a?b=c&d', hours: '2', days: '3', accountName: 'A & B', title: 'T', body: 'B' },
      'Market',
    )
    const { html } = layOut(text, 'Market', null)
    expect(text.subject.length).toBeGreaterThan(0)
    expect(JSON.stringify(text)).not.toContain('undefined')
    expect(html).toContain('a?b=c&#38;d')
  })
  it('never let a name become markup', () => {
    const { html } = layOut(renderText('notice', 'en', { firstName: '<img src=x onerror=1>', title: 'T', body: '<script>' }, 'M'), 'M', null)
    expect(html).not.toMatch(/<img|<script/)
  })
})
