import { notFound } from 'next/navigation'

export const ensureStatic = 'navigation'
export const instant = false

/** The proxy leads unknown addresses here. */
export function generateStaticParams() {
  return [{ page: 'page' }]
}

/** Answers 404 while it is prerendered, so the status is true. */
export default async function MissingPage({ params }: { params: Promise<{ page: string }> }) {
  await params
  notFound()
}
