'use client'

type Asker = () => Promise<boolean>

let asker: Asker | null = null
let running: Promise<boolean> | null = null

/** Says who asks people to confirm that it is them; the shell does. Gives the way to take it back. */
export function setStepUpAsker(next: Asker): () => void {
  asker = next
  return () => void (asker = asker === next ? null : asker)
}

/** Has the person confirm that it is them; calls that wait at the same time share one question. False when they do not. */
export function askStepUp(): Promise<boolean> {
  if (!asker) return Promise.resolve(false)
  running ??= asker().finally(() => (running = null))
  return running
}
