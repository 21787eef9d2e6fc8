import type { Rng } from './rng.ts'

/** The tenants' visual worlds; each has its own palettes and wardrobe. */
export type World = 'fashion' | 'kids' | 'paws'

/** Colours of one picture, chosen to sit together. */
export type Palette = {
  /** Background. */
  ground: string
  /** Large background shape. */
  shape: string
  /** Second, quieter background shape. */
  second: string
  /** Main garment. */
  cloth: string
  /** Inner garment or trim. */
  trim: string
  /** Small strong accent (lips, earrings, buttons). */
  accent: string
}

const make = (ground: string, shape: string, second: string, cloth: string, trim: string, accent: string): Palette => ({
  ground,
  shape,
  second,
  cloth,
  trim,
  accent,
})

const FASHION: readonly Palette[] = [
  make('#e9dfcf', '#c8553d', '#d9c7aa', '#20262e', '#f4ede0', '#c8553d'),
  make('#d8d3c4', '#2f4858', '#b8b19c', '#b5652f', '#efe6d5', '#e0a458'),
  make('#e7c9b8', '#8c2f39', '#f2e3d5', '#3a2a2d', '#f2e3d5', '#d9773f'),
  make('#c9d3cd', '#47685c', '#aebdb3', '#ece3d2', '#23302c', '#d2693c'),
  make('#efe4d2', '#e0a93b', '#f6efe2', '#29384f', '#f2e8d6', '#b8402f'),
  make('#bccbd6', '#f0e4d0', '#9fb3c2', '#8f2d2b', '#f2e9da', '#e9b44c'),
  make('#2b3340', '#c6643f', '#3a4454', '#dccdb6', '#1d232c', '#e8b25c'),
  make('#dccfd6', '#6d4257', '#c7b3be', '#e8a87c', '#3b2733', '#b8405e'),
  make('#d9c9a3', '#5d6b3f', '#e8dcc0', '#7a3b2e', '#efe5cf', '#c65d3b'),
  make('#cfd6e4', '#3c55a5', '#b5c0d8', '#f1e7da', '#1f2a4d', '#e0633f'),
  make('#f0d9c4', '#d9744f', '#f7e9da', '#4a5d5e', '#f5ecdf', '#a8383b'),
  make('#a9b8a6', '#e9dcc3', '#8fa18f', '#31303b', '#d8743e', '#d8743e'),
  make('#742f34', '#e6bfa2', '#86404a', '#efe2d0', '#2c1c20', '#e2a25a'),
  make('#e4e0d8', '#1f1f24', '#cfcac0', '#d34a2e', '#f3eee5', '#d34a2e'),
  make('#244a4a', '#e3b36b', '#2f5a58', '#e9ddc8', '#16302f', '#d9623c'),
  make('#ead3cf', '#b76a63', '#f4e6e1', '#6f7f6a', '#f3e9df', '#9d3b3b'),
]

const KIDS: readonly Palette[] = [
  make('#ffe3a8', '#ff8f6b', '#fff1cf', '#3f7fbf', '#fff6e5', '#f0564a'),
  make('#bfe3dc', '#ffd166', '#d9f0ea', '#ef6f6c', '#fff5e6', '#2f6f73'),
  make('#f8c9c4', '#f4786e', '#fde4df', '#4d9c8f', '#fff4e6', '#f2b632'),
  make('#cfe0f5', '#5b8def', '#e5effb', '#ffb84d', '#fff7ea', '#e85d5d'),
  make('#e0d4f2', '#9a7bd1', '#efe8fa', '#f7a48b', '#fff5ec', '#f2c14e'),
  make('#d5e8b8', '#7bb661', '#e8f3d6', '#f26a5a', '#fff6e3', '#f4b53f'),
  make('#fbd7b5', '#f29f5c', '#fdebd8', '#5a72b5', '#fff5e8', '#d9534f'),
  make('#a8d8ea', '#fff0c9', '#c3e5f2', '#ff8a7a', '#fff8ec', '#ffc145'),
  make('#fff0d9', '#56b3a5', '#ffe2b8', '#7a68ae', '#fff7ec', '#ff7f5c'),
  make('#f3b8a5', '#fff0dd', '#f7cdbf', '#3d8b8b', '#ffe7b8', '#f0c244'),
]

const PAWS: readonly Palette[] = [
  make('#e8c26a', '#f4e3b5', '#dcae4f', '#2f5d50', '#f7ecd2', '#c8503a'),
  make('#b9cfb0', '#4f7f5a', '#d3e0c9', '#c85f3f', '#f5ecd8', '#e3b04b'),
  make('#e9d9c4', '#cf6b47', '#f3e8d8', '#2e5468', '#f6ecdc', '#cf6b47'),
  make('#a9c7d3', '#f2dfb9', '#c3d9e1', '#b9472f', '#f7eddb', '#e5a83d'),
  make('#dba58a', '#f3dccb', '#cf8f72', '#35605a', '#f5e9db', '#8c3b2e'),
  make('#3f6b5c', '#e9c46a', '#4e7b6b', '#d96b43', '#f3e6cd', '#d96b43'),
  make('#f2e6cf', '#7fa58c', '#e3d3b3', '#d9783f', '#fbf3e3', '#3d5a73'),
  make('#c9b7a2', '#7a4a3a', '#dccfbe', '#e0b24e', '#f5ebdb', '#b54b36'),
  make('#d4d8c2', '#e58b5a', '#e4e7d6', '#4a5f7a', '#f6eddd', '#d4563c'),
  make('#2f4b63', '#e7b35a', '#3d5c76', '#c9573d', '#f2e5cf', '#e7b35a'),
]

const BY_WORLD: Record<World, readonly Palette[]> = { fashion: FASHION, kids: KIDS, paws: PAWS }

/** Draws one of a world's palettes. */
export function pickPalette(rng: Rng, world: World): Palette {
  return rng.pick(BY_WORLD[world])
}

/** The palettes of a world, for pictures that choose by themselves. */
export function palettesOf(world: World): readonly Palette[] {
  return BY_WORLD[world]
}
