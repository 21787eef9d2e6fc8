'use client'

import { ErrorPanel } from '@/components/shell/error-panel'

/** Stands in for a page that failed. */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <div className="wrap">
      <ErrorPanel error={error} retry={retry} />
    </div>
  )
}
