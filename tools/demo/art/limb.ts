import { blob, type Point } from './svg.ts'

/** A tapered limb or sleeve: an outline around a line of joints with a width at each joint. */
export function limb(joints: readonly Point[], widths: readonly number[], tension = 6): string {
  const left: Point[] = []
  const right: Point[] = []
  joints.forEach(([x, y], i) => {
    const before = joints[Math.max(0, i - 1)]!
    const after = joints[Math.min(joints.length - 1, i + 1)]!
    const dx = after[0] - before[0]
    const dy = after[1] - before[1]
    const length = Math.hypot(dx, dy) || 1
    const half = (widths[i] ?? widths[widths.length - 1]!) / 2
    left.push([x - (dy / length) * half, y + (dx / length) * half])
    right.push([x + (dy / length) * half, y - (dx / length) * half])
  })
  return blob([...left, ...right.reverse()], tension)
}
