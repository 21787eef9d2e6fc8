import { createRng } from './rng.ts'
import { GRAIN_TILE } from './grain.ts'

/** A point as x and y in drawing units. */
export type Point = readonly [number, number]

const n = (value: number): string => String(Math.round(value * 10) / 10)

/** A smooth closed outline through the points (Catmull-Rom); lower tension gives rounder shapes. */
export function blob(points: readonly Point[], tension = 6): string {
  const count = points.length
  const at = (i: number): Point => points[(i + count) % count]!
  let d = `M${n(at(0)[0])} ${n(at(0)[1])}`
  for (let i = 0; i < count; i++) d += segment(at(i - 1), at(i), at(i + 1), at(i + 2), tension)
  return d + 'Z'
}

/** A smooth open line through the points. */
export function curve(points: readonly Point[], tension = 6): string {
  const last = points.length - 1
  const at = (i: number): Point => points[Math.min(last, Math.max(0, i))]!
  let d = `M${n(at(0)[0])} ${n(at(0)[1])}`
  for (let i = 0; i < last; i++) d += segment(at(i - 1), at(i), at(i + 1), at(i + 2), tension)
  return d
}

function segment(a: Point, b: Point, c: Point, d: Point, tension: number): string {
  const x1 = b[0] + (c[0] - a[0]) / tension
  const y1 = b[1] + (c[1] - a[1]) / tension
  const x2 = c[0] - (d[0] - b[0]) / tension
  const y2 = c[1] - (d[1] - b[1]) / tension
  return `C${n(x1)} ${n(y1)} ${n(x2)} ${n(y2)} ${n(c[0])} ${n(c[1])}`
}

/** A closed outline with straight edges. */
export function polygon(points: readonly Point[]): string {
  return 'M' + points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L') + 'Z'
}

/** Mirrors points at the vertical axis and reverses them, to close a symmetric outline. */
export function mirrored(points: readonly Point[]): Point[] {
  return points.map(([x, y]): Point => [-x, y]).reverse()
}

/** A filled path element. */
export function fill(d: string, colour: string, extra = ''): string {
  return `<path d="${d}" fill="${colour}" ${extra}/>`
}

/** A stroked path element with round ends. */
export function line(d: string, colour: string, width: number, extra = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`
}

/** A circle element. */
export function circle(x: number, y: number, r: number, colour: string, extra = ''): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${colour}" ${extra}/>`
}

/** An ellipse element. */
export function ellipse(x: number, y: number, rx: number, ry: number, colour: string, extra = ''): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${colour}" ${extra}/>`
}

/** A rectangle element. */
export function rect(x: number, y: number, w: number, h: number, colour: string, extra = ''): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${colour}" ${extra}/>`
}

/** A group with a transform. */
export function group(transform: string, content: string, extra = ''): string {
  return `<g transform="${transform}" ${extra}>${content}</g>`
}

/** Draws content only inside an outline; the id must be unique in the picture. */
export function clipped(id: string, outline: string, content: string): string {
  return `<clipPath id="${id}"><path d="${outline}"/></clipPath><g clip-path="url(#${id})">${content}</g>`
}

/** Halftone dots as a pattern fill (`url(#id)`); staggered instead of rotated, since a rotated pattern renders 30 times slower. */
export function halftone(id: string, colour: string, radius: number, pitch: number): string {
  const dot = (x: number, y: number): string => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`
  const corners = dot(0, 0) + dot(pitch, 0) + dot(0, pitch) + dot(pitch, pitch)
  return `<pattern id="${id}" width="${pitch}" height="${pitch}" patternUnits="userSpaceOnUse">${corners}${dot(pitch / 2, pitch / 2)}</pattern>`
}

/** Halftone dots in a box as one path; for turned groups, where a pattern fill is ten times slower. */
export function dots(x: number, y: number, w: number, h: number, pitch: number, radius: number, colour: string, extra = ''): string {
  let d = ''
  for (let row = 0; row * pitch < h; row++) {
    for (let column = 0; column * pitch * 2 < w; column++) d += `M${n(x + column * pitch * 2 + (row % 2) * pitch)} ${n(y + row * pitch)}h0`
  }
  return line(d, colour, radius * 2, extra)
}

/** A path of many tiny specks in a box, like ink that missed the paper. */
export function specks(seed: string, w: number, h: number, count: number, size: number): string {
  const rng = createRng(`${seed}:specks`)
  let d = ''
  for (let i = 0; i < count; i++) {
    const s = rng.range(0.4, 1) * size
    d += `M${n(rng.range(0, w))} ${n(rng.range(0, h))}l${n(s)} ${n(s * 0.4)} ${n(-s * 0.5)} ${n(s * 0.7)}z`
  }
  return d
}

/** Wraps content into a complete picture with paper grain on top. */
export function picture(seed: string, w: number, h: number, content: string): string {
  const grain =
    `<pattern id="grain" width="256" height="256" patternUnits="userSpaceOnUse">` + `<image width="256" height="256" href="${GRAIN_TILE}"/></pattern>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">` +
    `<defs>${grain}</defs>${content}` +
    `<path d="${specks(seed, w, h, 130, 5)}" fill="#fffaf0" opacity=".5"/>` +
    `<rect width="${w}" height="${h}" fill="url(#grain)"/></svg>`
  )
}
