import type { CSSProperties } from 'react'
import type { Tenant } from '@itellico/contracts/tenants'
import { initials } from '@/lib/format'

/** The initials of a tenant in its own colours and roundness. */
export function TenantMark({ tenant, large = false }: { tenant: Pick<Tenant, 'name' | 'theme'>; large?: boolean }) {
  const look = { '--brand-h': tenant.theme.hue, '--brand-c': tenant.theme.chroma, '--radius-base': `${tenant.theme.radius}px` } as CSSProperties
  return (
    <span aria-hidden data-theme="light" style={look} className="inline-flex">
      <span
        data-initials={initials(tenant.name)}
        className={`grid place-items-center rounded bg-brand font-display font-semibold text-on-brand before:content-[attr(data-initials)] ${large ? 'size-14 text-lg' : 'size-8 text-xs'}`}
      />
    </span>
  )
}
