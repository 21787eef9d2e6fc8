import { PageHeader } from '@/components/shell/page-header'

/** Start page of the console. */
export default function ConsolePage() {
  return <PageHeader title="Overview" />
}
