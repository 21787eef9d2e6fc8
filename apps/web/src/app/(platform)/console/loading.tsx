import { PageSkeleton } from '@/components/shell/page-skeleton'

/** Shown at once while a page of the console is on its way. */
export default function ConsoleLoading() {
  return <PageSkeleton label="Loading" />
}
