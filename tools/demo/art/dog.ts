import { mix, tone } from './colour.ts';
import { limb } from './limb.ts';
import { around, eye, furry, neckwear, symmetric, type PetContext } from './pet-kit.ts';
import { blob, circle, clipped, curve, ellipse, fill, group, line, type Point } from './svg.ts';

type Ear = 'floppy' | 'prick' | 'button' | 'rose' | 'long' | 'bat' | 'feathered';
type Build = { ear: Ear; width: number; length: number; muzzle: number; fur: 'smooth' | 'fluffy' | 'curly' | 'wire'; tail: 'curl' | 'plume' | 'thin' | 'stub' };

const build = (ear: Ear, width: number, length: number, muzzle: number, fur: Build['fur'], tail: Build['tail']): Build => ({ ear, width, length, muzzle, fur, tail });

/** Body plans of the dog breeds that can be drawn. */
export const DOG_BREEDS = {
  golden_retriever: build('floppy', 150, 190, 84, 'fluffy', 'plume'),
  labrador: build('floppy', 152, 190, 88, 'smooth', 'thin'),
  border_collie: build('feathered', 138, 196, 74, 'fluffy', 'plume'),
  french_bulldog: build('bat', 166, 150, 104, 'smooth', 'stub'),
  pug: build('button', 162, 148, 98, 'smooth', 'curl'),
  dachshund: build('long', 126, 212, 66, 'smooth', 'thin'),
  beagle: build('long', 140, 186, 80, 'smooth', 'thin'),
  german_shepherd: build('prick', 140, 204, 78, 'fluffy', 'plume'),
  husky: build('prick', 148, 184, 78, 'fluffy', 'curl'),
  corgi: build('prick', 150, 178, 74, 'fluffy', 'stub'),
  poodle: build('long', 128, 200, 62, 'curly', 'stub'),
  schnauzer: build('button', 138, 196, 92, 'wire', 'stub'),
  jack_russell: build('button', 132, 178, 70, 'smooth', 'thin'),
  greyhound: build('rose', 112, 226, 58, 'smooth', 'thin'),
  dalmatian: build('floppy', 142, 196, 82, 'smooth', 'thin'),
  cocker_spaniel: build('long', 138, 186, 80, 'fluffy', 'plume'),
  bernese: build('floppy', 164, 190, 94, 'fluffy', 'plume'),
  chihuahua: build('bat', 136, 150, 60, 'smooth', 'thin'),
  shiba: build('prick', 150, 174, 72, 'fluffy', 'curl'),
  mixed: build('feathered', 144, 184, 80, 'wire', 'plume'),
} as const satisfies Record<string, Build>;

function ears(b: Build, c: PetContext, layer: 'behind' | 'before'): string {
  const { base, dark, light } = c.coat;
  const w = b.width;
  const colour = c.coat.pattern === 'patch' || c.coat.pattern === 'spots' ? c.coat.mark : dark;
  const both = (draw: (s: 1 | -1) => string): string => draw(-1) + draw(1);
  if (layer === 'behind') {
    if (b.ear === 'prick' || b.ear === 'bat') {
      const tall = b.ear === 'prick' ? 1 : b.width > 160 ? 0.84 : 1.12;
      const wide = b.ear === 'bat' ? 1.25 : 1;
      return both((s) => {
        const outer = blob([[s * w * 0.22, -118], [s * w * 0.58 * wide, -290 * tall], [s * w * 0.74 * wide, -300 * tall], [s * w * 1.04 * wide, -150], [s * w * 0.96, -60]], b.ear === 'bat' ? 6 : 8);
        const inner = blob([[s * w * 0.44, -130], [s * w * 0.66 * wide, -262 * tall], [s * w * 0.9 * wide, -140], [s * w * 0.76, -90]], 8);
        return fill(outer, s > 0 ? tone(base, -0.05) : base) + fill(inner, mix('#d99b86', dark, 0.35));
      });
    }
    return '';
  }
  switch (b.ear) {
    case 'floppy':
      return both((s) => fill(blob([[s * w * 0.56, -136], [s * w * 1.0, -146], [s * w * 1.24, -40], [s * w * 1.2, 60], [s * w * 0.98, 76], [s * w * 0.84, -20]], 6), colour));
    case 'long':
      return both((s) => fill(b.fur === 'curly' ? furry([[s * w * 0.7, -120], [s * w * 1.2, -90], [s * w * 1.5, 60], [s * w * 1.4, 190], [s * w * 1.0, 190], [s * w * 0.86, 20]], 22, c.rng) : blob([[s * w * 0.62, -122], [s * w * 1.08, -110], [s * w * 1.38, 40], [s * w * 1.34, 170], [s * w * 1.06, 196], [s * w * 0.88, 60]], 6), colour));
    case 'button':
      return both((s) => fill(blob([[s * w * 0.36, -142], [s * w * 0.8, -186], [s * w * 1.12, -132], [s * w * 1.02, -36], [s * w * 0.9, -44]], 7), colour));
    case 'rose':
      return both((s) => fill(blob([[s * w * 0.5, -130], [s * w * 0.96, -158], [s * w * 1.46, -116], [s * w * 1.3, -66], [s * w * 0.92, -78]], 6), colour) + line(curve([[s * w * 0.7, -126], [s * w * 1.0, -128], [s * w * 1.26, -104]]), light, 7, 'opacity=".5"'));
    case 'feathered':
      return both((s) => fill(furry([[s * w * 0.48, -140], [s * w * 0.92, -206], [s * w * 1.3, -150], [s * w * 1.38, -20], [s * w * 1.14, 30], [s * w * 0.9, -60]], 16, c.rng), colour));
    default:
      return '';
  }
}

function headHalf(b: Build): Point[] {
  const w = b.width;
  const l = b.length;
  return [[0, -162], [w * 0.66, -150], [w, -64], [w * 0.94, 26], [b.muzzle * 1.12, l * 0.6], [b.muzzle * 0.98, l * 0.86], [0, l]];
}

function markings(b: Build, c: PetContext): string {
  const { mark, dark, pattern } = c.coat;
  const w = b.width;
  const m = b.muzzle;
  const muzzle = symmetric([[0, 10], [m * 0.62, 34], [m * 1.2, b.length * 0.56], [m * 1.2, b.length + 20], [0, b.length + 40]]);
  const blaze = fill(symmetric([[0, -180], [30, -150], [16, -60], [26, 0], [m * 0.9, 40], [m * 1.25, b.length * 0.6], [m * 1.2, b.length + 20], [0, b.length + 30]]), mark);
  const brows = [-1, 1].map((s) => ellipse(s * w * 0.4, -66, 24, 15, mark, `transform="rotate(${s * 14} ${s * w * 0.4} -66)"`)).join('');
  const cheeks = [-1, 1].map((s) => fill(blob([[s * m * 0.5, 96], [s * w * 0.86, 20], [s * w * 0.9, 80], [s * m, b.length]], 6), mark)).join('');
  switch (pattern) {
    case 'mask':
      return fill(muzzle, mark) + [-1, 1].map((s) => ellipse(s * w * 0.44, -14, 38, 34, mark, 'opacity=".55"')).join('');
    case 'blaze':
      return blaze;
    case 'tan_points':
      return brows + cheeks + fill(muzzle, mark) + fill(symmetric([[0, -40], [24, -10], [m * 0.5, 50], [0, 66]]), c.coat.base);
    case 'saddle':
      return [-1, 1].map((s) => fill(blob([[s * 40, -60], [s * w, -90], [s * w * 1.1, 90], [s * m, b.length * 0.6], [s * 40, 40]], 6), '#b5703a')).join('') + blaze;
    case 'patch':
      return fill(blob([[-w * 1.1, -170], [-30, -150], [-18, -40], [-40, 46], [-w, 70]]), mark);
    case 'merle': {
      let spots = '';
      for (let i = 0; i < 12; i++) spots += ellipse(c.rng.range(-w, w), c.rng.range(-160, 60), c.rng.range(14, 38), c.rng.range(10, 26), dark, `transform="rotate(${i * 30})"`);
      return spots + blaze;
    }
    case 'spots': {
      let spots = '';
      for (let i = 0; i < 22; i++) spots += circle(c.rng.range(-w, w), c.rng.range(-150, b.length), c.rng.range(6, 15), mark);
      return spots;
    }
    default:
      return fill(muzzle, c.coat.light, 'opacity=".55"');
  }
}

function head(b: Build, c: PetContext): string {
  const { base, dark } = c.coat;
  const w = b.width;
  const l = b.length;
  const m = b.muzzle;
  const half = headHalf(b);
  const outline = b.fur === 'smooth' ? symmetric(half) : furry(around(b.fur === 'curly' ? half.map(([x, y]): Point => [x * 1.12, y < -100 ? y - 60 : y]) : half), b.fur === 'curly' ? 26 : 18, c.rng);
  const shadow = blob([[24, -260], [w * 0.44, -60], [w * 0.32, 40], [m * 0.42, l * 0.7], [20, l + 40], [w * 2, l + 60], [w * 2, -260]]);
  const flat = l < 160;
  const noseY = flat ? 44 : l * 0.46;
  const noseW = flat ? 40 : 36;
  const nose = fill(blob([[-noseW, noseY - 18], [0, noseY - 26], [noseW, noseY - 18], [noseW * 0.7, noseY + 16], [0, noseY + 30], [-noseW * 0.7, noseY + 16]], 6), '#1d1819') + ellipse(-11, noseY - 12, 11, 5, '#6b6064');
  const open = c.rng.chance(0.5);
  const my = noseY + 30;
  const tongue = open ? fill(`M-28 ${my + 26}Q0 ${my + 40} 28 ${my + 26}Q32 ${my + 92} 0 ${my + 98}Q-32 ${my + 92} -28 ${my + 26}Z`, '#d9686b') + line(`M0 ${my + 40}V${my + 74}`, '#b54b52', 4) : '';
  const mouth = line(`M0 ${my - 4}V${my + 14}M${-m * 0.78} ${my + 10}Q${-m * 0.4} ${my + 42} 0 ${my + 14}Q${m * 0.4} ${my + 42} ${m * 0.78} ${my + 10}`, '#1d1819', 6);
  const whiskers = b.fur === 'wire' ? fill(furry([[-m * 1.3, noseY + 20], [0, noseY + 10], [m * 1.3, noseY + 20], [m * 1.3, l + 50], [0, l + 90], [-m * 1.3, l + 50]], 22, c.rng), c.coat.light) + [-1, 1].map((s) => fill(furry([[s * 20, -60], [s * w * 0.7, -74], [s * w * 0.8, -40], [s * 30, -34]], 16, c.rng), c.coat.light)).join('') : '';
  const wrinkles = flat ? line(`M-34 -56Q0 -74 34 -56M-24 -82Q0 -96 24 -82`, dark, 6, 'opacity=".6"') : '';
  const blue = c.breed === 'husky' || c.coat.pattern === 'merle';
  const eyes = eye(-w * 0.44, -16, flat ? 25 : 21, blue ? '#7db1cf' : '#241c1c') + eye(w * 0.44, -16, flat ? 25 : 21, blue ? '#7db1cf' : '#241c1c');
  return ears(b, c, 'behind') + fill(outline, base) + clipped('doghead', outline, markings(b, c) + fill(shadow, '#1a0f14', 'opacity=".16"')) + ears(b, c, 'before') + wrinkles + whiskers + eyes + tongue + mouth + nose;
}

function chest(c: PetContext): string {
  const { mark, pattern } = c.coat;
  return pattern === 'blaze' || pattern === 'saddle' || pattern === 'merle' || pattern === 'tan_points' ? fill(symmetric([[0, 120], [90, 170], [110, 330], [60, 470], [0, 520]]), mark) : fill(symmetric([[0, 120], [90, 170], [100, 320], [0, 480]]), c.coat.light, 'opacity=".45"');
}

/** Draws a dog in head units, sitting as a whole or as a bust. */
export function dog(c: PetContext): string {
  const b = DOG_BREEDS[c.breed as keyof typeof DOG_BREEDS] ?? DOG_BREEDS.mixed;
  const { base, dark } = c.coat;
  const w = b.width;
  const fur = b.fur === 'smooth' ? 0 : b.fur === 'curly' ? 24 : 18;
  const tilt = c.rng.range(-9, 9).toFixed(1);
  const bust: Point[] = [[0, 40], [w * 0.86, 60], [w * 1.02, 210], [w * 1.5, 380], [w * 1.72, 640], [w * 1.72, 1100], [0, 1100]];
  const seated: Point[] = [[0, 40], [w * 0.82, 70], [w * 1.0, 240], [w * 1.12, 430], [w * 1.42, 580], [w * 1.36, 740], [w * 0.9, 772], [0, 772]];
  const half = c.full ? seated : bust;
  const outline = fur ? furry(around(half), fur * 1.1, c.rng) : symmetric(half);
  const spots = c.coat.pattern === 'spots' ? Array.from({ length: 34 }, () => circle(c.rng.range(-w * 1.5, w * 1.5), c.rng.range(180, 780), c.rng.range(8, 24), c.coat.mark)).join('') : c.coat.pattern === 'patch' ? ellipse(w * 0.8, 560, 120, 150, c.coat.mark) : '';
  const body = fill(outline, base) + clipped('dogbody', outline, spots + chest(c) + fill(`M30 40C90 300 40 500 90 1100H700V40Z`, '#1a0f14', 'opacity=".15"'));
  const legs = c.full
    ? [-1, 1].map((s) => {
        const x = s * w * 0.4;
        const paw = c.coat.pattern === 'blaze' || c.coat.pattern === 'saddle' || c.coat.pattern === 'tan_points' ? c.coat.mark : base;
        return fill(limb([[x, 420], [x * 1.04, 600], [x, 760]], [w * 0.62, w * 0.5, w * 0.46]), s > 0 ? tone(base, -0.04) : base) + ellipse(x, 774, w * 0.36, 34, paw) + ellipse(s * w * 1.12, 770, w * 0.42, 32, paw) + line(`M${x - 18} 766v22M${x + 18} 766v22`, dark, 5) + line(curve([[s * w * 0.14, 470], [s * w * 0.1, 620], [s * w * 0.13, 740]]), dark, 6, 'opacity=".6"');
      }).join('')
    : '';
  const tails: Record<Build['tail'], string> = {
    curl: fill(limb([[w * 1.1, 700], [w * 1.7, 640], [w * 1.72, 470], [w * 1.36, 440]], [60, 76, 66, 40]), dark),
    plume: fill(furry([[w * 1.0, 740], [w * 1.8, 700], [w * 2.2, 560], [w * 2.0, 520], [w * 1.5, 640]], 22, c.rng), dark),
    thin: fill(limb([[w * 1.1, 740], [w * 1.8, 730], [w * 2.1, 590]], [44, 34, 14]), dark),
    stub: '',
  };
  return (c.full ? tails[b.tail] : '') + body + legs + neckwear(c, b.length * 0.9 + 50, w * 0.92) + group(`rotate(${tilt} 0 120)`, head(b, c));
}
