/** Content of a page that needs neither a tenant nor the renderer. */
export interface StandalonePage {
  readonly status: number
  readonly title: string
  readonly text: string
  readonly hint: string
}

export const unknownHost: StandalonePage = {
  status: 404,
  title: 'No marketplace lives here',
  text: 'The address is free, or somebody wrote it down wrong.',
  hint: 'Check the spelling, or ask the agency that sent you the link.',
}
export const notReady: StandalonePage = {
  status: 503,
  title: 'This marketplace is being set up',
  text: 'Its database, fields and first people are on their way.',
  hint: 'It usually takes less than a minute. This page looks again by itself.',
}
export const unavailable: StandalonePage = {
  status: 503,
  title: 'We will be right back',
  text: 'The service behind this page does not answer at the moment.',
  hint: 'This page looks again by itself.',
}
export const closed: StandalonePage = {
  status: 410,
  title: 'This marketplace has closed',
  text: 'Whoever ran it has closed it.',
  hint: 'Its admins can still sign in and take their data along.',
}
export const badHost: StandalonePage = {
  status: 400,
  title: 'This is not an address we can read',
  text: 'The host name of the request is not valid.',
  hint: 'Open the marketplace by its usual address.',
}

const style = `
:root{color-scheme:light dark;--canvas:oklch(.985 .004 80);--ink:oklch(.21 .02 80);--soft:oklch(.44 .018 80);--line:oklch(.86 .01 80)}
@media (prefers-color-scheme:dark){:root{--canvas:oklch(.175 .012 80);--ink:oklch(.95 .006 80);--soft:oklch(.77 .012 80);--line:oklch(.34 .014 80)}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;grid-template-rows:1fr auto;background:var(--canvas);color:var(--ink);font:16px/1.5 ui-sans-serif,system-ui,sans-serif}
main{align-self:end;padding:8vw 6vw 5vw;max-width:60rem}h1{margin:0 0 1.25rem;font-size:clamp(2.25rem,8vw,5.5rem);line-height:.98;letter-spacing:-.035em;font-weight:650;text-wrap:balance}
p{margin:0;font-size:1.1875rem;line-height:1.6;color:var(--soft);max-width:34rem}footer{display:flex;justify-content:space-between;gap:1rem;padding:1rem 6vw 1.5rem;border-top:1px solid var(--line);font-size:.8125rem;color:var(--soft)}`

/** Renders the page; pages that may go away by themselves look again after a few seconds. */
export function standaloneResponse(page: StandalonePage, headers: Record<string, string>): Response {
  const again = page.status === 503 ? '<meta http-equiv="refresh" content="5">' : ''
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">${again}<title>${page.title}</title><style>${style}</style></head><body><main><h1>${page.title}</h1><p>${page.text} ${page.hint}</p></main><footer><span>itellico Mono</span><span>${page.status}</span></footer></body></html>`
  return new Response(html, {
    status: page.status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...(page.status === 503 && { 'retry-after': '5' }) },
  })
}
