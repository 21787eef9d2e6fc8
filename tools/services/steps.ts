const startedAt = Date.now()

/** Seconds since the command began, for closing lines. */
export function elapsed(): string {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`
}

/** Runs one step and prints its label and how long it took; `label` may be refined by what the step returns. */
export async function step<T>(label: string, work: () => Promise<T>, done?: (result: T) => string): Promise<T> {
  const begun = Date.now()
  const live = process.stdout.isTTY
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`
  if (live) process.stdout.write(`  … ${label}`)
  const patience = setTimeout(() => live || console.log(`  … ${label}`), 3_000)
  const clear = live ? '\r\x1b[2K' : ''
  try {
    const result = await work()
    console.log(`${clear}  ✓ ${(done?.(result) ?? label).padEnd(62)} ${seconds().padStart(8)}`)
    return result
  } catch (error) {
    console.log(`${clear}  ✗ ${label.padEnd(62)} ${seconds().padStart(8)}`)
    throw error
  } finally {
    clearTimeout(patience)
  }
}
