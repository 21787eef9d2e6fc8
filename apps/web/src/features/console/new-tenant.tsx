'use client'

import { useState } from 'react'
import type { Tenant } from '@itellico/contracts/tenants'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/shell/page-header'
import { useI18n } from '@/lib/i18n/client'
import { NewTenantForm } from './new-tenant-form'
import { ProvisioningPanel } from './provisioning-panel'
import { useOneTenant } from './use-console'

function Progressing({ created, onAnother }: { created: Tenant; onAnother: () => void }) {
  const { t } = useI18n()
  const tenant = useOneTenant(created.id)
  return (
    <div className="grid justify-items-start gap-6 [&>section]:w-full">
      <ProvisioningPanel tenant={tenant.data ?? created} linked />
      <Button variant="quiet" onClick={onAnother}>
        {t('ten.another')}
      </Button>
    </div>
  )
}

/** Creates a tenant, then shows how it is set up. */
export function NewTenant() {
  const { t } = useI18n()
  const [created, setCreated] = useState<Tenant | null>(null)
  return (
    <>
      <PageHeader
        trail={<Breadcrumb label={t('ten.way')} items={[{ label: t('ten.title'), href: '/console/tenants' }, { label: t('ten.newTitle') }]} />}
        title={created?.name ?? t('ten.newTitle')}
        lead={created ? created.host : t('ten.newLead')}
      />
      {created ? <Progressing created={created} onAnother={() => setCreated(null)} /> : <NewTenantForm onCreated={setCreated} />}
    </>
  )
}
