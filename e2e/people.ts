import dns from 'node:dns'
import { expect, type APIResponse, type Page } from '@playwright/test'

// Browsers know by themselves that *.localhost is this machine; the test process does not.
const { lookup } = dns.promises
dns.promises.lookup = ((host: string, options: object) => lookup(host.endsWith('.localhost') ? 'localhost' : host, options)) as typeof lookup
const lookupCallback = dns.lookup
dns.lookup = ((host: string, ...rest: [never, never]) =>
  lookupCallback(host.endsWith('.localhost') ? 'localhost' : host, ...rest)) as unknown as typeof lookupCallback

const base = new URL(process.env.BASE_URL ?? 'http://localhost:3000')
export const PASSWORD = 'demo-Passw0rd!'

/** Address of a page of a marketplace, or of the platform without a name. */
export function at(tenant: 'fashion' | 'kids' | 'paws' | null, path: string): string {
  return `${base.protocol}//${tenant ? `${tenant}.` : ''}${base.host}${path}`
}

/** Lets a page be used once it answers to clicks: one that comes before is lost, and nobody is that fast. */
function waitsForHydration(page: Page): void {
  const goto = page.goto.bind(page)
  page.goto = async (url, options) => {
    const answer = await goto(url, options)
    const isPage = /text\/html/.test(answer?.headers()['content-type'] ?? '')
    if (isPage && options?.waitUntil !== 'commit') await page.locator('html[data-hydrated]').waitFor({ state: 'attached', timeout: 15_000 })
    return answer
  }
}

/** Signs in without the form: a cookie in the page's own context. */
export async function signIn(page: Page, tenant: 'fashion' | 'kids' | 'paws' | null, email: string): Promise<void> {
  waitsForHydration(page)
  const answer = await page.request.post(at(tenant, '/api/auth/login'), { data: { email, password: PASSWORD }, headers: { origin: at(tenant, '') } })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Calls the API as the signed-in person of a page. */
export async function api(
  page: Page,
  tenant: 'fashion' | 'kids' | 'paws' | null,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  data?: object,
): Promise<APIResponse> {
  return page.request.fetch(at(tenant, `/api/bff${path}`), { method, headers: { origin: at(tenant, '') }, ...(data && { data }) })
}

/** The newest message to an address, waited for. */
export async function mailTo(page: Page, address: string, subject: RegExp): Promise<{ text: string }> {
  let found: { text: string } | undefined
  await expect
    .poll(
      async () => {
        const mails = (await (await page.request.get(`${process.env.MAILBOX_URL ?? ''}/api/email`)).json()) as {
          to: { address: string }[]
          subject: string
          text: string
          time: string
        }[]
        found = mails.filter((m) => m.to.some((t) => t.address.toLowerCase() === address.toLowerCase()) && subject.test(m.subject)).at(-1)
        return found !== undefined
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  return found as { text: string }
}

/** The link in a message. */
export function linkIn(mail: { text: string }): string {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0]
  if (!link) throw new Error('there is no link in the message')
  return link
}
