/** How a coat is patterned. */
export type CoatPattern = 'solid' | 'mask' | 'blaze' | 'tan_points' | 'patch' | 'merle' | 'saddle' | 'tabby' | 'tuxedo' | 'calico' | 'point' | 'spots' | 'pinto'

/** Drawing colours of a coat: main colour, markings, ears' inside and the pattern. */
export type Coat = { base: string; dark: string; light: string; mark: string; pattern: CoatPattern }

const coat = (base: string, dark: string, light: string, mark: string, pattern: CoatPattern): Coat => ({
  base,
  dark,
  light,
  mark,
  pattern,
})

/** The coats the generator can draw; the same keys are options of the pet schema. */
export const COATS = {
  black: coat('#2a2729', '#151315', '#4a4548', '#2a2729', 'solid'),
  white: coat('#f1e9dc', '#d3c6b2', '#fdf9f0', '#ffffff', 'solid'),
  cream: coat('#e9d3ab', '#c9ad7c', '#f5e6c9', '#f8eedb', 'solid'),
  golden: coat('#d39a4e', '#a87130', '#e7bb79', '#efd3a2', 'solid'),
  red: coat('#b5622f', '#854019', '#d08453', '#e2a877', 'solid'),
  fawn: coat('#d2a672', '#a87d4c', '#e5c59a', '#4a3a33', 'mask'),
  chocolate: coat('#5d3b2a', '#3d2418', '#7f5640', '#5d3b2a', 'solid'),
  grey: coat('#85878c', '#5d5f66', '#a7a9ad', '#b9babc', 'solid'),
  silver: coat('#b3b1ac', '#878580', '#d0cec9', '#e5e2dc', 'solid'),
  apricot: coat('#dca574', '#b37b4b', '#ecc49d', '#ecc49d', 'solid'),
  black_tan: coat('#2b2627', '#161314', '#4a4243', '#b8713a', 'tan_points'),
  black_white: coat('#2b292c', '#161517', '#4b484c', '#f5efe5', 'blaze'),
  brown_white: coat('#8a5632', '#613819', '#ab7750', '#f6efe2', 'blaze'),
  red_white: coat('#c9773c', '#9c5320', '#de9a65', '#f8f1e4', 'blaze'),
  tricolour: coat('#2d2a2b', '#171515', '#4b4647', '#f5eee2', 'saddle'),
  blue_merle: coat('#9aa2ab', '#5c636d', '#b9c0c6', '#f3eee5', 'merle'),
  sable: coat('#a3733f', '#57402a', '#c79a63', '#3a2d24', 'mask'),
  white_patch: coat('#f3ebde', '#d4c7b4', '#fdf8ef', '#6d4a34', 'patch'),
  spotted: coat('#f2ece1', '#d0c7b9', '#fdfaf3', '#2e2a2b', 'spots'),
  brown_tabby: coat('#a07c56', '#5a4230', '#c29f78', '#f1e5d1', 'tabby'),
  orange_tabby: coat('#d98b47', '#ad5f22', '#eeb37c', '#fbeedb', 'tabby'),
  grey_tabby: coat('#9b9893', '#5c5955', '#bdbab4', '#f3eee6', 'tabby'),
  tuxedo: coat('#2a282c', '#151418', '#49464c', '#f6f0e6', 'tuxedo'),
  calico: coat('#f4ecdf', '#d5c8b5', '#fdf8ee', '#d5833f', 'calico'),
  seal_point: coat('#e6d5bb', '#c3ab88', '#f3e8d5', '#4a352b', 'point'),
  bay: coat('#84482a', '#562a15', '#a66841', '#231b1b', 'solid'),
  palomino: coat('#d2a25b', '#a4763a', '#e6c28a', '#f2e6cd', 'solid'),
  dapple_grey: coat('#a9abae', '#787b80', '#cacccd', '#e6e5e2', 'merle'),
  pinto: coat('#f1e8db', '#d2c5b2', '#fcf7ee', '#7d4a2e', 'pinto'),
  scarlet: coat('#cf3b2f', '#9c2420', '#e8624f', '#2d62a8', 'solid'),
  blue_gold: coat('#2a6fb0', '#184c80', '#5596ce', '#efb13e', 'solid'),
  green: coat('#5fa050', '#3c7434', '#88c074', '#f0c84a', 'solid'),
  sun_yellow: coat('#f0b93a', '#c98a1f', '#f8d778', '#e5672f', 'solid'),
  ash: coat('#9a9ca1', '#6c6f76', '#bfc1c4', '#c43a34', 'solid'),
  pearl: coat('#a4a6a9', '#6f7379', '#c6c7c9', '#efd264', 'solid'),
  white_crest: coat('#f2eee5', '#d0cabd', '#fdfbf6', '#f2cf57', 'solid'),
} as const satisfies Record<string, Coat>

/** The key of a coat. */
export type CoatName = keyof typeof COATS
