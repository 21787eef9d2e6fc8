'use client'

import type { ReactNode } from 'react'
import { LazyMotion, MotionConfig } from 'motion/react'
import * as m from 'motion/react-m'

const load = () => import('./features').then((features) => features.domMax)
const SECONDS = 0.18

/** Around things that change places by hand: what is needed to show it comes once the page stands. Nothing moves for people who want it so. */
export function Moving({ children }: { children: ReactNode }) {
  return (
    <LazyMotion features={load} strict>
      <MotionConfig reducedMotion="user" transition={{ duration: SECONDS, ease: 'easeOut' }}>
        {children}
      </MotionConfig>
    </LazyMotion>
  )
}

/** A thing that is seen to move when its place among the others changes, so that one can follow it. */
export function Place({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <m.div layout="position" className={className}>
      {children}
    </m.div>
  )
}
