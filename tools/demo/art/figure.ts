import { lightness, mix, tone } from './colour.ts';
import type { Head } from './head.ts';
import { limb } from './limb.ts';
import type { Palette } from './palette.ts';
import type { Rng } from './rng.ts';
import { blob, circle, clipped, dots, ellipse, fill, group, line, type Point } from './svg.ts';
import type { Skin } from './traits.ts';

/** Outfits of the full-length figure. */
export type Outfit = 'coat' | 'suit' | 'dress' | 'knit_skirt' | 'wide_trousers' | 'trench' | 'play' | 'pinafore';

type Pose = { left: Point[]; right: Point[]; legs: [Point[], Point[]]; hands: [boolean, boolean]; sway: number };

type Frame = { shoulder: number; waist: number; hip: number; top: number; hem: number; child: boolean };

const ADULT: Frame = { shoulder: 92, waist: 62, hip: 80, top: 292, hem: 610, child: false };
const MAN: Frame = { shoulder: 114, waist: 80, hip: 84, top: 292, hem: 610, child: false };
const CHILD: Frame = { shoulder: 84, waist: 78, hip: 86, top: 520, hem: 770, child: true };

function pose(rng: Rng, f: Frame): Pose {
  const s = f.shoulder;
  const k = f.child ? 0.72 : 1;
  const y = f.top;
  const down = (side: 1 | -1): Point[] => [[side * (s - 24), y + 34], [side * (s + 10), y + 150 * k], [side * (s + 16), y + 240 * k], [side * (s + 6), y + 330 * k]];
  const hip = (side: 1 | -1): Point[] => [[side * (s - 24), y + 34], [side * (s + 52), y + 150 * k], [side * (s + 66), y + 190 * k], [side * (f.hip - 8), y + 268 * k]];
  const pocket = (side: 1 | -1): Point[] => [[side * (s - 24), y + 34], [side * (s + 22), y + 150 * k], [side * (s + 30), y + 220 * k], [side * (f.hip + 2), y + 318 * k]];
  const arms = rng.pick([
    [down(-1), down(1), true, true],
    [hip(-1), down(1), false, true],
    [pocket(-1), pocket(1), false, false],
    [down(-1), pocket(1), true, false],
  ] as const);
  const floor = 1190;
  const crotch = f.hem - 20;
  const knee = (crotch + floor) / 2;
  const stance = rng.pick([
    [[[-34, crotch], [-46, knee], [-60, floor]], [[34, crotch], [52, knee], [70, floor]]],
    [[[-30, crotch], [-8, knee], [-14, floor]], [[36, crotch], [62, knee - 8], [118, floor - 26]]],
    [[[-36, crotch], [-60, knee], [-96, floor]], [[30, crotch], [26, knee], [22, floor]]],
  ] as [Point[], Point[]][]);
  return { left: [...arms[0]], right: [...arms[1]], legs: stance, hands: [arms[2], arms[3]], sway: rng.range(-2.5, 2.5) };
}

const dim = (c: string): string => tone(c, lightness(c) > 0.5 ? -0.09 : -0.055);

function shoe(x: number, y: number, dir: number, colour: string, boot: boolean): string {
  const shaft = boot ? fill(limb([[x, y - 96], [x, y]], [44, 40]), colour) : '';
  return shaft + fill(blob([[x - 20, y - 22], [x + 18, y - 24], [x + dir * 34 + 16, y + 10], [x + dir * 40 + 10, y + 24], [x - 22, y + 24]], 7), colour);
}

function hand(joints: readonly Point[], skin: Skin, size: number): string {
  const [ex, ey] = joints.at(-2)!;
  const [x, y] = joints.at(-1)!;
  const a = Math.atan2(y - ey, x - ex);
  return fill(limb([[x - Math.cos(a) * 12, y - Math.sin(a) * 12], [x + Math.cos(a) * 16, y + Math.sin(a) * 16], [x + Math.cos(a) * 46, y + Math.sin(a) * 46]], [size * 0.9, size, size * 0.36]), skin.base);
}

/** Draws a full-length figure around x = 480 with its feet near y = 1214. */
export function figure(rng: Rng, head: Head, outfit: Outfit, p: Palette): string {
  const a = head.anatomy;
  const f = a.child ? CHILD : a.masculine ? MAN : ADULT;
  const skin = a.skin;
  const po = pose(rng, f);
  const cloth = p.cloth;
  const second = outfit === 'suit' ? cloth : lightness(cloth) > 0.55 ? mix('#26242b', p.shape, 0.22) : p.trim;
  const shoes = lightness(cloth) < 0.42 ? tone(p.accent, -0.12) : '#2a2224';
  const w = f.child ? 58 : a.masculine ? 66 : 54;
  const bareLegs = outfit === 'dress' || outfit === 'knit_skirt' || outfit === 'pinafore' || (outfit === 'trench' && !a.masculine);
  const boots = !f.child && (outfit === 'knit_skirt' || outfit === 'trench');
  const legs = po.legs
    .map((joints, i) => {
      const [x, y] = joints.at(-1)!;
      const dir = x >= 0 ? 1 : -1;
      const wide = outfit === 'wide_trousers';
      const skinny = bareLegs ? [w, w * 0.66, w * 0.44] : wide ? [w * 1.7, w * 1.75, w * 2] : f.child ? [w * 1.35, w * 1.1, w * 0.9] : [w * 1.45, w * 1.12, w * 0.92];
      const colour = bareLegs ? (outfit === 'pinafore' ? p.accent : i ? mix(skin.base, skin.shade, 0.6) : skin.base) : i ? dim(second) : second;
      const top: Point = [joints[0]![0], joints[0]![1] - 30];
      return shoe(x, y, dir, shoes, boots) + fill(limb([top, ...joints.slice(1, -1), [x, y - (bareLegs ? 4 : wide ? -14 : 10)]], skinny, wide ? 8 : 6), colour);
    })
    .reverse()
    .join('');
  const sleeve = outfit === 'coat' || outfit === 'trench' ? 1.3 : outfit === 'knit_skirt' || outfit === 'wide_trousers' ? 1.15 : 1;
  const bareArms = outfit === 'dress';
  const armColour = bareArms ? skin.base : outfit === 'pinafore' ? p.trim : cloth;
  const arm = (joints: Point[], i: 0 | 1): string => {
    const width = (f.child ? 46 : a.masculine ? 52 : 40) * (bareArms ? 0.86 : sleeve);
    const shade = i ? (bareArms ? mix(skin.base, skin.shade, 0.6) : dim(armColour)) : armColour;
    return (po.hands[i] ? hand(joints, skin, f.child ? 32 : 28) : '') + fill(limb(joints, [width * 0.9, width, width * 0.9, width * (bareArms ? 0.6 : 0.84)]), shade, `stroke="${dim(armColour)}" stroke-width="3"`);
  };
  const scale = f.child ? 0.74 : 0.345;
  const at = `translate(0 ${f.top - (f.child ? 172 : 108)}) scale(${scale})`;
  const neck = fill(limb([[0, f.top - 70], [0, f.top + 24]], [a.neck * 2 * scale, a.neck * 2.3 * scale]), mix(skin.base, skin.shade, 0.65));
  const body = torso(outfit, f, p, skin, second);
  const shadow = ellipse(0, 1216, 210, 22, tone(p.ground, -0.16), 'opacity=".8"');
  return group(`translate(480 0) rotate(${po.sway.toFixed(1)} 0 1200)`, shadow + group(at, head.back) + legs + arm(po.right, 1) + neck + body + arm(po.left, 0) + group(at, head.front));
}

function torso(outfit: Outfit, f: Frame, p: Palette, skin: Skin, second: string): string {
  const { shoulder: s, waist: w, hip: h, top: y, hem } = f;
  const c = p.cloth;
  const shape = (hemY: number, hemW: number, waist: number, neck: number): string =>
    blob([[-neck, y - 18], [0, y - 4], [neck, y - 18], [s * 0.58, y], [s - 3, y + 28], [s - 2, y + 100], [waist, (y + hem) / 2 - 6], [hemW * 0.98, hemY - 20], [hemW * 0.9, hemY], [0, hemY + 8], [-hemW * 0.9, hemY], [-hemW * 0.98, hemY - 20], [-waist, (y + hem) / 2 - 6], [-s + 2, y + 100], [-s + 3, y + 28], [-s * 0.58, y]], 8);
  const shaded = (d: string, colour: string, extra = ''): string =>
    fill(d, colour) + clipped('torso', d, fill(`M${w * 0.3} 0C${w * 0.1} 500 ${w * 0.9} 700 ${w * 0.4} 1200H700V0Z`, dim(colour)) + dots(-h - 70, y + 160, h + 90, 620, 7, 2.1, dim(colour), 'opacity=".6"') + extra);
  const edge = tone(c, lightness(c) > 0.45 ? -0.15 : 0.1);
  const opening = (depth: number, width: number): string =>
    fill(blob([[-width, y - 12], [0, y - 4], [width, y - 12], [8, depth], [-8, depth]], 9), p.trim) +
    line(`M${-width - 4} ${y - 16}L${-width - 18} ${y + 40}L-2 ${depth}M${width + 4} ${y - 16}L${width + 18} ${y + 40}L2 ${depth}`, edge, 5);
  switch (outfit) {
    case 'coat':
      return shaded(shape(980, h + 56, w + 34, 30), c, line('M2 470V990', edge, 4)) + opening(470, 30) + circle(-14, 510, 6, edge) + circle(-14, 580, 6, edge);
    case 'trench':
      return shaded(shape(900, h + 62, w + 4, 30), c, line('M2 430V910', edge, 4)) + opening(430, 30) + fill(limb([[-w - 12, 452], [0, 460], [w + 12, 452]], [30, 30, 30]), tone(c, -0.12)) + fill(limb([[14, 462], [34, 560]], [20, 26]), tone(c, -0.14));
    case 'suit':
      return shaded(shape(hem + 40, h + 16, w + 14, 28), c) + opening(500, 28) + circle(-10, 520, 5, edge) + line(`M${-h} ${hem - 50}h44M${h - 44} ${hem - 50}h44`, edge, 4);
    case 'dress': {
      const d = blob([[-s * 0.62, y + 60], [0, y + 84], [s * 0.62, y + 60], [s * 0.72, y + 110], [w * 0.9, y + 180], [h + 6, y + 290], [h + 52, 860], [h + 84, 1010], [0, 1030], [-h - 66, 1010], [-h - 40, 860], [-h - 4, y + 290], [-w * 0.9, y + 180], [-s * 0.72, y + 110]], 7);
      const chest = fill(blob([[-24, y - 18], [24, y - 18], [s - 4, y + 10], [s - 10, y + 70], [0, y + 110], [-s + 10, y + 70], [-s + 4, y + 10]], 7), skin.base);
      return chest + line(`M${-s * 0.5} ${y + 70}L${-s * 0.56} ${y + 2}M${s * 0.5} ${y + 70}L${s * 0.56} ${y + 2}`, c, 7) + shaded(d, c, line(`M-20 ${y + 300}C-60 800 -40 900 -70 1020M20 ${y + 310}C30 800 60 900 50 1020M-60 620C-90 800 -90 920 -120 1010`, edge, 4, 'opacity=".6"'));
    }
    case 'knit_skirt': {
      const skirt = blob([[-w, 470], [w, 470], [h + 10, 620], [h + 46, 960], [0, 976], [-h - 46, 960], [-h - 10, 620]], 8);
      return fill(skirt, second) + clipped('skirt', skirt, fill('M20 460C60 700 20 900 60 990H300V460Z', dim(second)) + line('M-30 560C-46 760 -40 900 -56 970M-70 600C-96 760 -90 900 -104 960', dim(second), 5)) + shaded(shape(540, h + 6, w + 24, 34), c) + line(`M-34 ${y - 14}Q0 ${y + 12} 34 ${y - 14}`, tone(c, -0.1), 16);
    }
    case 'wide_trousers':
      return fill(blob([[-w, 460], [w, 460], [h + 14, 600], [h, 660], [0, 640], [-h, 660], [-h - 14, 600]], 8), second) + shaded(shape(500, w + 8, w + 4, 30), c) + fill(limb([[-w - 4, 496], [0, 502], [w + 4, 496]], [20, 20, 20]), tone(second, -0.16));
    case 'pinafore': {
      const d = blob([[-s * 0.55, y + 62], [0, y + 58], [s * 0.55, y + 62], [w, y + 130], [h + 66, hem + 70], [0, hem + 92], [-h - 66, hem + 70], [-w, y + 130]], 7);
      return fill(shape(hem - 60, h - 8, w, 34), p.trim) + line(`M${-s * 0.46} ${y + 70}L${-s * 0.5} ${y}M${s * 0.46} ${y + 70}L${s * 0.5} ${y}`, c, 22) + shaded(d, c) + circle(-s * 0.46, y + 74, 9, p.accent) + circle(s * 0.46, y + 74, 9, p.accent);
    }
    case 'play': {
      let bands = '';
      for (let b = y + 30; b < hem; b += 52) bands += `M-160 ${b}h320v24h-320z`;
      return fill(blob([[-w, hem - 90], [w, hem - 90], [h + 6, hem - 10], [h - 6, hem + 34], [0, hem + 10], [-h + 6, hem + 34], [-h - 6, hem - 10]], 8), second) + shaded(shape(hem - 50, h + 2, w + 8, 34), p.trim, fill(bands, c, 'opacity=".9"'));
    }
  }
}
