/** Look of layers that float above the page; the only place with a shadow. */
export const floatingStyles =
  'origin-(--transform-origin) rounded-lg border border-line bg-raised text-ink shadow-float outline-hidden transition-[opacity,transform] duration-150 ease-out data-starting-style:translate-y-1 data-starting-style:opacity-0 data-ending-style:opacity-0'

/** Look of a line that can be picked, with room for a check mark. */
export const itemStyles =
  'grid min-h-8 cursor-default grid-cols-[1rem_1fr] items-center gap-2 rounded-sm px-2 py-1 text-base outline-hidden select-none data-disabled:opacity-45 data-highlighted:bg-sunken data-highlighted:text-ink'
