import { mix, tone } from './colour.ts';
import { limb } from './limb.ts';
import { around, eye, furry, symmetric, type PetContext } from './pet-kit.ts';
import { blob, circle, clipped, curve, ellipse, fill, group, line, type Point } from './svg.ts';

/** Rabbit breeds that can be drawn: lop ears, long fur. */
export const RABBIT_BREEDS = { holland_lop: { lop: true, long: false }, mini_rex: { lop: false, long: false }, angora: { lop: false, long: true }, dutch: { lop: false, long: false } } as const;

/** Draws a rabbit in head units. */
export function rabbit(c: PetContext): string {
  const breed = RABBIT_BREEDS[c.breed as keyof typeof RABBIT_BREEDS] ?? RABBIT_BREEDS.mini_rex;
  const { base, dark, light, mark, pattern } = c.coat;
  const lop = breed.lop;
  const pink = mix('#e6a597', dark, 0.18);
  const sway = c.rng.range(-14, 14);
  const ears = ([-1, 1] as const)
    .map((s) => {
      const path: Point[] = lop ? [[s * 70, -130], [s * 170, -90], [s * 196, 60], [s * 166, 180]] : [[s * 56, -110], [s * (84 + sway * s), -260], [s * (96 + sway * 2 * s), -420]];
      const outer = limb(path, lop ? [70, 96, 104, 66] : [82, 104, 52]);
      return fill(outer, s > 0 ? tone(base, -0.05) : base) + (lop ? '' : fill(limb(path, [34, 54, 22]), pink));
    })
    .join('');
  const half: Point[] = [[0, -150], [100, -124], [144, -20], [136, 70], [70, 138], [0, 150]];
  const outline = breed.long ? furry(around(half), 26, c.rng) : symmetric(half);
  const blaze = pattern === 'blaze' || pattern === 'patch' ? fill(symmetric([[0, -170], [26, -130], [30, -20], [86, 40], [110, 160], [0, 170]]), pattern === 'patch' ? light : mark) : fill(symmetric([[0, 20], [56, 44], [84, 110], [0, 160]]), light, 'opacity=".6"');
  const face = fill(outline, base) + clipped('rabbithead', outline, blaze + fill('M20 -300C70 -60 20 60 50 240H400V-300Z', '#1a0f14', 'opacity=".13"'));
  const bodyHalf: Point[] = c.full ? [[0, 100], [120, 130], [190, 320], [226, 520], [190, 660], [0, 680]] : [[0, 100], [130, 130], [214, 320], [270, 560], [280, 1100], [0, 1100]];
  const body = breed.long ? furry(around(bodyHalf), 28, c.rng) : symmetric(bodyHalf);
  const feet = c.full ? ellipse(-130, 676, 90, 36, light) + ellipse(130, 676, 90, 36, light) + fill(limb([[-50, 420], [-52, 640]], [80, 66]), base) + fill(limb([[50, 420], [52, 640]], [80, 66]), tone(base, -0.04)) : '';
  const features = eye(-82, -14, 22) + eye(82, -14, 22) + fill(blob([[-18, 52], [0, 48], [18, 52], [0, 72]], 6), pink) + line('M0 70V90M-30 96Q-14 108 0 90Q14 108 30 96', mix(dark, '#3a2628', 0.6), 5) + line('M-40 76L-170 60M-40 88L-166 100M40 76L170 60M40 88L166 100', '#fdf8ee', 3, 'opacity=".8"');
  const bow = fill(blob([[0, 178], [-82, 134], [-96, 178], [-82, 224]], 7) + blob([[0, 178], [82, 134], [96, 178], [82, 224]], 7), c.palette.accent) + circle(0, 178, 20, c.palette.cloth);
  return fill(body, base) + clipped('rabbitbody', body, fill(symmetric([[0, 120], [90, 170], [90, 360], [0, 470]]), light, 'opacity=".6"') + fill('M30 60C90 300 40 500 90 1100H700V60Z', '#1a0f14', 'opacity=".13"')) + feet + (c.rng.chance(0.7) ? bow : '') + group(`rotate(${c.rng.range(-8, 8).toFixed(1)} 0 120)`, lop ? face + ears + features : ears + face + features);
}

/** Parrot breeds that can be drawn: size of beak, crest, and a bare face patch. */
export const PARROT_BREEDS = {
  macaw: { beak: 1.25, crest: false, patch: true, tail: 1.3 },
  cockatoo: { beak: 1.05, crest: true, patch: false, tail: 0.8 },
  cockatiel: { beak: 0.7, crest: true, patch: false, tail: 1.1 },
  african_grey: { beak: 1.1, crest: false, patch: true, tail: 0.7 },
  budgerigar: { beak: 0.6, crest: false, patch: false, tail: 1.1 },
  conure: { beak: 0.85, crest: false, patch: false, tail: 1 },
} as const;

/** Draws a parrot on its perch, in profile. */
export function parrot(c: PetContext): string {
  const breed = PARROT_BREEDS[c.breed as keyof typeof PARROT_BREEDS] ?? PARROT_BREEDS.conure;
  const { base, dark, light, mark } = c.coat;
  const k = breed.beak;
  const beak = fill(blob([[-96, -96], [-150 * k - 20, -70], [-178 * k, 10], [-150 * k, 70], [-128 * k, 12], [-80, 16]], 6), c.breed === 'macaw' || c.breed === 'african_grey' ? '#2b2729' : '#d9b48a') + fill(blob([[-84, 14], [-130 * k, 26], [-112, 62], [-66, 56]], 6), '#4a4144');
  const headShape = blob([[-104, -90], [-40, -164], [60, -150], [116, -50], [110, 70], [-60, 90], [-108, 10]]);
  const patch = breed.patch ? fill(blob([[-104, -60], [-40, -84], [6, -30], [-30, 36], [-100, 34]]), '#f6efe4') + line('M-84 -34Q-50 -44 -18 -22M-84 -12Q-50 -20 -14 0M-84 10Q-54 4 -24 20', dark, 3, 'opacity=".5"') : c.breed === 'cockatiel' ? circle(-6, 10, 40, '#e8823f') : '';
  let crest = '';
  if (breed.crest) for (let i = 0; i < 5; i++) crest += fill(limb([[-30 + i * 20, -140], [-10 + i * 40, -230 + i * 8], [40 + i * 52, -300 + i * 34]], [36, 34, 10]), i % 2 ? tone(mark, -0.05) : mark);
  const body = blob([[-96, 20], [40, -10], [126, 60], [196, 300], [170, 560], [60, 640], [-60, 590], [-136, 360], [-130, 140]]);
  let wing = '';
  const rows: [string, number][] = [[base, 0], [dark, 1], [c.breed === 'african_grey' || c.breed === 'cockatiel' ? light : mark, 2]];
  for (const [colour, row] of rows) for (let i = 0; i < 4; i++) wing += fill(limb([[70 + i * 34, 160 + row * 90], [90 + i * 36, 300 + row * 100], [70 + i * 40, 400 + row * 130]], [90, 80, 16]), i % 2 ? tone(colour, -0.04) : colour);
  const tail = [0, 1, 2].map((i) => fill(limb([[60 + i * 24, 560], [110 + i * 34, 760], [150 + i * 46, 760 + 240 * breed.tail]], [70, 60, 16]), i === 1 ? mark : dark)).join('');
  const perch = line('M-420 640H460', mix('#6b4a34', c.palette.cloth, 0.25), 44) + line('M-420 630H460', '#a47a54', 8, 'opacity=".6"');
  const feet = [-40, 40].map((x) => line(`M${x - 26} 622q10 44 18 44M${x} 618v52M${x + 26} 622q-6 44 -14 44`, '#4a4144', 18)).join('');
  const lit = clipped('bird', body, fill('M-300 0H-40C20 200 -20 400 40 700H-300Z', light, 'opacity=".4"'));
  return tail + crest + fill(body, base) + lit + wing + perch + feet + group(`rotate(${c.rng.range(-10, 8).toFixed(1)} 20 60)`, beak + fill(headShape, c.breed === 'cockatiel' || c.breed === 'budgerigar' ? mark : base) + fill(curve([[-60, 84], [40, 60], [110, 60], [116, -50], [60, 20]]) + 'Z', dark, 'opacity=".25"') + patch + eye(-34, -44, 18, '#e6c35a'));
}
