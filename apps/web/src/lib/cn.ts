import { clsx, type ClassValue } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      'font-size': [{ text: ['2xs', 'xs', 'sm', 'base', 'md', 'lg', 'xl', '2xl', '3xl'] }, 'headline-hero', 'headline-page'],
      h: ['h-control', 'h-row', 'h-face', 'h-bar'],
      w: ['w-face'],
      'min-h': ['min-h-control', 'min-h-row', 'min-h-face'],
    },
  },
})

/** Joins class names; later Tailwind classes win over earlier ones of the same kind. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs))
}
