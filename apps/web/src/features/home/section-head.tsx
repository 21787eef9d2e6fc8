import Link from 'next/link'
import { ArrowRight } from 'lucide-react'

/** Head of a section of the front page, with the way to all of it. */
export function SectionHead({ title, href, link }: { title: string; href?: string; link?: string }) {
  return (
    <div className="mb-6 flex items-end justify-between gap-4">
      <h2 className="headline text-[clamp(1.75rem,3.4vw,2.75rem)]">{title}</h2>
      {href && link && (
        <Link href={href} className="group inline-flex items-center gap-1.5 pb-1 text-base font-medium">
          {link}
          <ArrowRight aria-hidden className="size-4 transition-transform duration-150 group-hover:translate-x-0.5" />
        </Link>
      )}
    </div>
  )
}
