import { tone } from './colour.ts';
import { limb } from './limb.ts';
import { palettesOf, type Palette, type World } from './palette.ts';
import { createRng, type Rng } from './rng.ts';
import { extra, petExtra } from './scene-people.ts';
import { blob, circle, ellipse, fill, halftone, line, picture, polygon, rect } from './svg.ts';

/** Places a scene can show. */
export type SceneKind = 'studio' | 'street' | 'set' | 'park';

/** Width and height of every scene. */
export const SCENE_SIZE = { width: 1600, height: 900 } as const;

const W = SCENE_SIZE.width;
const H = SCENE_SIZE.height;

const lamp = (x: number, y: number, p: Palette, dir: 1 | -1): string =>
  line(`M${x} ${y}V${H - 110}M${x} ${H - 160}L${x - 60} ${H - 96}M${x} ${H - 160}L${x + 60} ${H - 96}`, '#26242a', 9) +
  fill(polygon([[x - dir * 20, y - 70], [x + dir * 110, y - 120], [x + dir * 150, y + 70], [x + dir * 10, y + 60]]), '#26242a') +
  fill(polygon([[x + dir * 110, y - 120], [x + dir * 134, y - 116], [x + dir * 172, y + 72], [x + dir * 150, y + 70]]), p.trim) +
  fill(polygon([[x + dir * 134, y - 116], [x + dir * 172, y + 72], [x + dir * 700, H], [x + dir * 980, H - 200]]), p.trim, 'opacity=".16"');

const camera = (x: number, p: Palette): string =>
  line(`M${x} 560L${x - 90} ${H - 90}M${x} 560L${x + 84} ${H - 90}M${x} 560V${H - 100}`, '#26242a', 11) + rect(x - 80, 470, 160, 96, '#26242a', 'rx="12"') + rect(x - 132, 490, 60, 56, '#3a373f', 'rx="6"') + circle(x - 132, 518, 24, p.accent) + rect(x - 30, 442, 70, 34, '#26242a', 'rx="6"');

function studio(rng: Rng, p: Palette, world: World): string {
  const paper = rng.range(640, 760);
  const cast = world === 'paws' ? petExtra(rng, p, paper + 220, 720, 0.52) : extra(rng, p, world, paper + 130, 760, 0.58) + (rng.chance(0.7) ? extra(rng, p, world, paper + 350, 740, 0.54) : '');
  return (
    rect(0, 0, W, H, p.ground) +
    rect(0, H - 220, W, 220, tone(p.ground, -0.06)) +
    fill(`M${paper - 40} 60H${paper + 500}V560C${paper + 500} 700 ${paper + 560} 760 ${paper + 640} 820H${paper - 180}C${paper - 100} 760 ${paper - 40} 700 ${paper - 40} 560Z`, p.shape) +
    fill(`M${paper - 40} 560C${paper - 40} 700 ${paper - 100} 760 ${paper - 180} 820H${paper + 640}C${paper + 560} 760 ${paper + 500} 700 ${paper + 500} 560C${paper + 480} 680 ${paper - 20} 680 ${paper - 40} 560Z`, tone(p.shape, -0.05)) +
    rect(paper - 80, 40, 620, 26, '#26242a', 'rx="8"') +
    line(`M${paper - 64} 50V${H - 130}M${paper + 524} 50V${H - 130}`, '#26242a', 8) +
    rect(70, 140, 210, 300, p.second) + rect(70, 140, 210, 300, 'none', `stroke="${tone(p.ground, -0.2)}" stroke-width="10"`) + line('M175 140V440M70 290H280', tone(p.ground, -0.2), 8) +
    cast + lamp(430, 250, p, 1) + camera(1420, p) +
    [-1.5, -0.9, -0.3, 0.3, 0.9, 1.5].map((a, i) => fill(limb([[1260, 770], [1260 + a * 46, 660 - (i % 2) * 24], [1260 + a * 92, 600 + Math.abs(a) * 44 - (i % 2) * 40]], [10, 44, 6]), i % 2 ? '#4f6b52' : '#3d5643')).join('') +
    fill(polygon([[1214, 750], [1306, 750], [1292, 836], [1228, 836]]), p.accent)
  );
}

function facade(rng: Rng, x: number, w: number, top: number, colour: string, p: Palette): string {
  const glass = rng.pick([p.trim, tone(p.ground, -0.2), p.second]);
  const cols = Math.max(2, Math.round(w / 96));
  const step = w / cols;
  let out = rect(x, top, w, H - top, colour) + rect(x - 8, top - 16, w + 16, 22, tone(colour, -0.07)) + rect(x, 590, w, 14, tone(colour, -0.07));
  for (let y = top + 44; y < 540; y += 122) {
    for (let c = 0; c < cols; c++) {
      const wx = x + step * (c + 0.5) - 22;
      const arched = (Math.round(y / 122) + cols) % 2 === 0;
      out += arched ? fill(`M${wx} ${y + 82}V${y + 22}A22 22 0 0 1 ${wx + 44} ${y + 22}V${y + 82}Z`, glass) : rect(wx, y, 44, 82, glass);
      out += fill(`M${wx + 22} ${y + (arched ? 4 : 0)}h22v${arched ? 78 : 82}h-22z`, tone(glass, -0.05)) + rect(wx - 7, y + 82, 58, 9, tone(colour, -0.1));
    }
  }
  const door = x + w * 0.5 - 40;
  const awning = rng.chance(0.5) ? fill(polygon([[x + 20, 640], [x + w - 20, 640], [x + w + 4, 690], [x - 4, 690]]), p.accent) : '';
  return out + fill(`M${door} 800V668A40 40 0 0 1 ${door + 80} 668V800Z`, tone(colour, -0.2)) + awning;
}

function street(rng: Rng, p: Palette, world: World): string {
  let houses = '';
  let x = -30;
  const colours = [p.shape, p.second, tone(p.shape, 0.07), tone(p.ground, -0.1), p.cloth];
  for (let i = 0; x < W; i++) {
    const w = rng.range(200, 330);
    houses += facade(rng, x, w, rng.range(90, 240), colours[i % colours.length]!, p);
    x += w;
  }
  const wires = line('M0 70Q400 120 800 84T1600 96M0 110Q500 150 900 116T1600 140', tone(p.ground, -0.35), 3, 'opacity=".6"');
  const people = [0, 1, 2].map((i) => (world === 'paws' && i === 1 ? petExtra(rng, p, 760, 800, 0.3) : extra(rng, p, world, 330 + i * 400 + rng.range(-50, 50), 845, world === 'kids' && i !== 1 ? 0.4 : 0.5))).join('');
  return rect(0, 0, W, H, p.ground) + circle(1240, 150, 100, p.accent) + houses + wires + rect(0, 796, W, 104, tone(p.ground, -0.08)) + rect(0, 796, W, 10, tone(p.ground, -0.18)) + people;
}

function set(rng: Rng, p: Palette, world: World): string {
  const cloud = (x: number, y: number, k: number): string => line(`M${x} 0V${y - 30 * k}`, tone(p.ground, -0.25), 4) + fill(blob([[x - 110 * k, y + 30 * k], [x - 70 * k, y - 30 * k], [x - 10 * k, y - 60 * k], [x + 60 * k, y - 34 * k], [x + 110 * k, y + 26 * k], [x, y + 44 * k]], 5), p.trim);
  const flats = fill('M300 800V330A210 210 0 0 1 720 330V800Z', p.second) + fill('M380 800V350A130 130 0 0 1 640 350V800Z', p.shape) + rect(760, 240, 260, 560, tone(p.shape, 0.06)) + rect(820, 320, 140, 180, p.ground) + line('M890 320V500M820 410H960', tone(p.shape, -0.08), 10);
  const steps = [0, 1, 2].map((i) => rect(1020 + i * 80, 720 - i * 70, 200, 80 + i * 70, tone(p.second, -0.05 - i * 0.05))).join('');
  const chair = line('M200 560L330 790M330 560L200 790M190 560H345M210 440V560M330 440V560', '#3b2f2a', 12) + rect(200, 440, 140, 56, p.accent, 'rx="6"') + rect(196, 556, 150, 26, p.accent, 'rx="6"');
  const cast = world === 'paws' ? petExtra(rng, p, 1276, 590, 0.34) + extra(rng, p, world, 500, 800, 0.5) : extra(rng, p, world, 510, 805, 0.52) + extra(rng, p, world, 890, 805, 0.5);
  return rect(0, 0, W, H, p.ground) + rect(0, 0, W, 44, '#26242a') + [160, 620, 1080, 1500].map((x) => rect(x - 6, 30, 12, 60, '#26242a') + fill(polygon([[x - 30, 80], [x + 30, 80], [x + 46, 140], [x - 46, 140]]), '#26242a') + fill(polygon([[x - 46, 140], [x + 46, 140], [x + 220, 800], [x - 220, 800]]), p.trim, 'opacity=".1"')).join('') + flats + cloud(1160, 250, 1.1) + cloud(210, 260, 0.8) + rect(0, 790, W, 110, tone(p.ground, -0.09)) + steps + cast + chair + camera(1440, p);
}

function park(rng: Rng, p: Palette, world: World): string {
  const leafy = [tone(p.shape, -0.04), tone(p.shape, -0.12), p.cloth, tone(p.second, -0.12)];
  const tree = (x: number, y: number, k: number): string => {
    const colour = rng.pick(leafy);
    const crown = rng.chance(0.5) ? blob([[x, y - 330 * k], [x + 120 * k, y - 260 * k], [x + 130 * k, y - 130 * k], [x, y - 70 * k], [x - 130 * k, y - 130 * k], [x - 120 * k, y - 260 * k]], 5) : blob([[x, y - 420 * k], [x + 66 * k, y - 220 * k], [x + 54 * k, y - 50 * k], [x - 54 * k, y - 50 * k], [x - 66 * k, y - 220 * k]], 6);
    return rect(x - 9 * k, y - 120 * k, 18 * k, 124 * k, '#4b362c') + fill(crown, colour) + fill(crown, 'url(#leaves)', 'opacity=".5"') + line(`M${x} ${y - 70 * k}V${y - 220 * k}M${x} ${y - 130 * k}l${34 * k} ${-40 * k}M${x} ${y - 160 * k}l${-30 * k} ${-36 * k}`, '#4b362c', 5 * k);
  };
  const hill = (y: number, amp: number, colour: string): string => fill(`M0 ${y}Q300 ${y - amp} 700 ${y}T1600 ${y - amp * 0.4}V900H0Z`, colour);
  let trees = '';
  for (let i = 0; i < 9; i++) trees += tree(60 + i * 190 + rng.range(-40, 40), 610 + rng.range(-20, 50), rng.range(0.6, 1.05));
  const cast = world === 'paws' ? petExtra(rng, p, 1010, 770, 0.36) + extra(rng, p, world, 700, 850, 0.52) : extra(rng, p, world, 620, 850, 0.5) + extra(rng, p, world, 960, 850, 0.5);
  const bench = line('M200 740H460M200 700H460M230 740V810M430 740V810', '#4b362c', 12);
  return halftone('leaves', '#1c2320', 2, 13) + rect(0, 0, W, H, p.ground) + circle(rng.range(1000, 1350), 210, 120, p.accent) + hill(470, 130, p.second) + hill(590, 90, tone(p.second, -0.06)) + trees + hill(690, 60, tone(p.shape, 0.03)) + fill('M640 900C700 800 900 760 860 690C840 660 800 640 780 636C840 650 1010 690 1000 760C990 820 940 860 930 900Z', p.trim) + bench + ellipse(0, 880, 300, 70, tone(p.shape, -0.08)) + ellipse(1580, 870, 340, 80, tone(p.shape, -0.08)) + cast;
}

/** Draws a wide scene in a tenant's palette as an SVG of 1600 by 900. */
export function scene(seed: string, kind: SceneKind, world: World): string {
  const rng = createRng(`${seed}:scene`);
  const p = rng.pick(palettesOf(world));
  const content = { studio, street, set, park }[kind](rng, p, world);
  return picture(seed, W, H, content);
}
