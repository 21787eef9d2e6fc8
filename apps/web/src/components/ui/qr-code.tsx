import encodeQR from 'qr'
import { cn } from '@/lib/cn'

/** A QR code, dark on light in both modes, for cameras need it so. */
export function QrCode({ text, label, className }: { readonly text: string; readonly label: string; readonly className?: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 3 })
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      className={cn('rounded border border-line', className)}
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
