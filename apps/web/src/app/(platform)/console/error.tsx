'use client'

import { ErrorPanel } from '@/components/shell/error-panel'

/** Stands in for a page of the console that failed. */
export default function ConsoleError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <ErrorPanel error={error} retry={retry} />
}
