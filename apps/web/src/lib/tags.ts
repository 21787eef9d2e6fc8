/** Names of cache tags. Every one carries its tenant. */
export const tags = {
  tenant: (slug: string) => `tenant:${slug}`,
  profiles: (slug: string) => `tenant:${slug}:profiles`,
  listings: (slug: string) => `tenant:${slug}:listings`,
}
