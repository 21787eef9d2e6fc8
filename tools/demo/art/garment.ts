import type { Anatomy } from './anatomy.ts';
import { lightness, mix, tone } from './colour.ts';
import type { Palette } from './palette.ts';
import type { Rng } from './rng.ts';
import { circle, clipped, curve, dots, fill, line, polygon, rect, type Point } from './svg.ts';

/** Garments of the upper body. */
export type Garment = 'crew' | 'turtleneck' | 'blazer' | 'coat' | 'shirt' | 'slip_dress' | 'knit' | 'boat_neck' | 'hoodie' | 'dungarees' | 'striped_tee' | 'trench' | 'v_neck';

const BOTTOM = 1150;

const shoulders = (a: Anatomy, ease: number, lift: number): Point[] => [
  [a.neck + 52, 296 - lift],
  [a.shoulder * 0.64, 332 - lift],
  [(a.shoulder + ease) * 0.93, 372 - lift * 0.6],
  [a.shoulder + ease + 10, 450],
  [a.shoulder + ease + 30, 640],
  [a.shoulder + ease + 44, BOTTOM],
];

function body(a: Anatomy, neckline: readonly Point[], ease = 0, lift = 0): string {
  const right = shoulders(a, ease, lift);
  const left = right.map(([x, y]): Point => [-x, y]).reverse();
  return `${curve(neckline)}${curve([neckline.at(-1)!, ...right]).replace(/^M[^C]+/, '')}L${left[0]![0]} ${left[0]![1]}${curve([...left, neckline[0]!]).replace(/^M[^C]+/, '')}Z`;
}

const round = (a: Anatomy, depth: number, spread = 16): Point[] =>
  [-3, -2, -1, 0, 1, 2, 3].map((i): Point => [(a.neck + spread) * Math.sin((i * Math.PI) / 6), 270 + depth * Math.cos((i * Math.PI) / 6)]);

/** Neck and bare shoulders with the cast shadow of the chin. */
export function neckAndShoulders(a: Anatomy): string {
  const shade = mix(a.skin.base, a.skin.shade, 0.8);
  const outline = body(a, [[-a.neck, 120], [0, 116], [a.neck, 120]], -14, -6);
  const t = a.turn * 24;
  const cast = curve([[-a.neck - 30, 150], [-a.neck * 0.7 + t, a.chinY + 22], [t + 6, a.chinY + 60], [a.neck * 0.5 + t, a.chinY + 84], [a.neck + 26, a.chinY + 150]]);
  const bones = line(curve([[-a.neck * 1.9, 352], [-a.neck, 366], [-26, 356]]) + curve([[a.neck * 1.9, 352], [a.neck, 366], [26, 356]]), a.skin.shade, 6, 'opacity=".7"');
  const side = `M${a.neck * 0.35} 100L${a.neck + 40} 100L${a.shoulder + 60} 420L${a.shoulder + 60} ${BOTTOM}L${a.shoulder * 0.66} ${BOTTOM}C${a.shoulder * 0.8} 640 ${a.shoulder * 0.76} 440 ${a.neck * 0.9} 330Z`;
  return fill(outline, a.skin.base) + clipped('body', outline, fill(side, shade, 'opacity=".55"') + fill(`${cast}L${a.neck + 40} 60L${-a.neck - 40} 60Z`, shade) + (a.child ? '' : bones));
}

function shaded(id: string, outline: string, colour: string, a: Anatomy, extra = ''): string {
  const dark = tone(colour, lightness(colour) > 0.55 ? -0.09 : -0.06);
  const s = a.shoulder;
  const fold = `M${s * 0.2} ${BOTTOM}C${s * 0.34} 760 ${s * 0.5} 520 ${s * 0.36} 300L${s + 160} 300L${s + 160} ${BOTTOM}Z`;
  const arm = (x: number): string => line(curve([[x * s * 0.74, 520], [x * s * 0.72, 640], [x * s * 0.78, 900], [x * s * 0.76, BOTTOM]]), tone(colour, lightness(colour) > 0.3 ? -0.16 : 0.1), 7);
  return fill(outline, colour) + clipped(id, outline, fill(fold, dark) + extra + dots(-s - 60, 640, s * 1.3, 420, 9, 2.6, dark, 'opacity=".55"') + arm(-1) + arm(1));
}

function ribbed(d: string, colour: string, width: number): string {
  return line(d, tone(colour, -0.05), width) + line(d, tone(colour, 0.05), width, `stroke-dasharray="1 10"`);
}

function lapels(a: Anatomy, cloth: string, depth: number, width: number, wing: number): string {
  const edge = tone(cloth, lightness(cloth) > 0.45 ? -0.13 : 0.09);
  const one = (s: 1 | -1): string => {
    const shape = polygon([[s * (a.neck + 2), 236], [s * (a.neck + 44), 276], [s * (a.neck + width), 400], [s * (a.neck + width + wing), 452], [s * (a.neck + width - 14), 486], [s * 8, depth]]);
    return fill(shape, s > 0 ? tone(cloth, -0.05) : tone(cloth, 0.035), `stroke="${edge}" stroke-width="4" stroke-linejoin="round"`) + line(`M${s * (a.neck + width)} 400L${s * (a.neck + width * 0.55)} 412`, edge, 4);
  };
  return one(1) + one(-1) + line(`M4 ${depth}C10 ${depth + 140} 8 ${depth + 300} 10 ${BOTTOM}`, edge, 5) + circle(-20, depth + 60, 11, edge);
}

/** Draws a garment over the body in head units, with its pattern and folds. */
export function garment(kind: Garment, a: Anatomy, p: Palette, rng: Rng): string {
  const { cloth, trim } = p;
  const n = a.neck;
  const inner = fill(body(a, round(a, 62), -6), trim);
  switch (kind) {
    case 'crew':
      return shaded('g', body(a, round(a, 58)), cloth, a) + ribbed(curve(round(a, 58)), cloth, 22);
    case 'v_neck':
      return shaded('g', body(a, [[-n - 22, 270], [-n * 0.5, 340], [0, 430], [n * 0.5, 340], [n + 22, 270]], 4), cloth, a) + line(curve([[-n - 22, 270], [-n * 0.5, 340], [0, 430], [n * 0.5, 340], [n + 22, 270]]), tone(cloth, -0.08), 14);
    case 'boat_neck':
      return shaded('g', body(a, [[-n - 110, 306], [-60, 346], [0, 352], [60, 346], [n + 110, 306]], -4, -6), cloth, a);
    case 'striped_tee': {
      let bands = '';
      for (let y = 330; y < BOTTOM; y += 62) bands += fill(`M${-a.shoulder - 80} ${y + 26}Q0 ${y - 18} ${a.shoulder + 80} ${y + 26}v26Q0 ${y + 8} ${-a.shoulder - 80} ${y + 52}Z`, cloth, 'opacity=".92"');
      return shaded('g', body(a, round(a, 56)), trim, a, bands) + line(curve(round(a, 56)), cloth, 12);
    }
    case 'turtleneck': {
      const neck = `M${-n - 10} 176C${-n * 0.4} 208 ${n * 0.4} 208 ${n + 10} 176C${n + 14} 236 ${n + 22} 262 ${n + 40} 300C${n * 0.5} 330 ${-n * 0.5} 330 ${-n - 40} 300C${-n - 22} 262 ${-n - 14} 236 ${-n - 10} 176Z`;
      let ribs = '';
      for (let i = -4; i <= 4; i++) ribs += `M${i * n * 0.24} 196Q${i * n * 0.25} 250 ${i * n * 0.32} 316`;
      return shaded('g', body(a, round(a, 40, 26), 8), cloth, a) + fill(neck, tone(cloth, 0.03)) + clipped('roll', neck, fill(`M${n * 0.2} 150L${n + 60} 150V340H${n * 0.4}Z`, tone(cloth, -0.07)) + line(ribs, tone(cloth, -0.11), 4));
    }
    case 'knit': {
      let cables = '';
      for (let x = -3; x <= 3; x++) {
        const near = `${x * 84}`;
        cables += `M${near} 318`;
        for (let y = 318; y < BOTTOM; y += 56) cables += `q${(y / 56) % 2 < 1 ? 26 : -26} 28 0 56`;
        cables += `M${x * 84 + 30} 318V${BOTTOM}`;
      }
      return shaded('g', body(a, round(a, 64, 24), 18), cloth, a, line(cables, tone(cloth, -0.08), 6, 'opacity=".75"')) + ribbed(curve(round(a, 64, 24)), cloth, 36);
    }
    case 'shirt': {
      const collar = (s: 1 | -1): string => fill(polygon([[s * (n - 2), 226], [s * (n + 30), 270], [s * (n + 6), 392], [s * 4, 330]]), s > 0 ? tone(cloth, -0.05) : tone(cloth, 0.04), `stroke="${tone(cloth, -0.14)}" stroke-width="4" stroke-linejoin="round"`);
      const buttons = [430, 540, 650, 760, 870].map((y) => circle(0, y, 8, tone(cloth, -0.2))).join('');
      return shaded('g', body(a, round(a, 60, 18), 6), cloth, a) + line(`M-20 340V${BOTTOM}M20 340V${BOTTOM}`, tone(cloth, -0.12), 4) + buttons + collar(-1) + collar(1);
    }
    case 'slip_dress': {
      const top: Point[] = [[-a.shoulder * 0.62, 470], [-a.shoulder * 0.34, 440], [0, 486], [a.shoulder * 0.34, 440], [a.shoulder * 0.62, 470]];
      const d = `${curve(top)}L${a.shoulder * 0.7} ${BOTTOM}L${-a.shoulder * 0.7} ${BOTTOM}Z`;
      const strap = line(`M${-a.shoulder * 0.4} 446L${-a.shoulder * 0.5} 326M${a.shoulder * 0.4} 446L${a.shoulder * 0.5} 326`, cloth, 13);
      return fill(d, cloth) + clipped('g', d, fill(`M40 400C120 620 60 800 120 ${BOTTOM}H500V400Z`, tone(cloth, -0.07)) + line(`M-40 500C-70 700 -20 860 -60 ${BOTTOM}M-120 520C-150 700 -110 900 -140 ${BOTTOM}`, tone(cloth, 0.08), 6, 'opacity=".7"')) + strap;
    }
    case 'blazer':
      return inner + shaded('g', body(a, [[-n - 26, 262], [-n * 0.9, 400], [0, 640], [n * 0.9, 400], [n + 26, 262]], 22, 6), cloth, a) + lapels(a, cloth, 640, 92, 14);
    case 'coat':
      return inner + shaded('g', body(a, [[-n - 20, 240], [-n * 0.9, 380], [0, 540], [n * 0.9, 380], [n + 20, 240]], 44, 10), cloth, a) + lapels(a, cloth, 560, 140, 34);
    case 'trench': {
      const flap = fill(polygon([[-n - 40, 300], [-a.shoulder * 0.96, 380], [-a.shoulder * 0.72, 600], [-n - 10, 520]]), tone(cloth, -0.04), `stroke="${tone(cloth, -0.15)}" stroke-width="4"`);
      const belt = rect(-a.shoulder - 90, 850, a.shoulder * 2 + 180, 62, tone(cloth, -0.12)) + rect(-46, 842, 92, 78, 'none', `stroke="${p.accent}" stroke-width="12" rx="8"`);
      const buttons = [620, 740].map((y) => circle(-70, y, 12, tone(cloth, -0.24)) + circle(76, y, 12, tone(cloth, -0.24))).join('');
      return inner + shaded('g', body(a, [[-n - 24, 250], [-n, 380], [0, 520], [n, 380], [n + 24, 250]], 34, 8), cloth, a, flap) + lapels(a, cloth, 540, 116, 20) + buttons + belt;
    }
    case 'hoodie': {
      const hood = fill(curve([[-n - 70, 300], [-n - 52, 200], [-n * 0.6, 300], [0, 376], [n * 0.6, 300], [n + 52, 200], [n + 70, 300], [60, 420], [0, 440], [-60, 420]]) + 'Z', tone(cloth, -0.07));
      return shaded('g', body(a, round(a, 64), 10), cloth, a) + hood + line('M-30 420V560M34 420V540', trim, 9) + circle(-30, 566, 9, trim) + circle(34, 546, 9, trim);
    }
    case 'dungarees': {
      const bib = polygon([[-a.shoulder * 0.5, 520], [a.shoulder * 0.5, 520], [a.shoulder * 0.66, BOTTOM], [-a.shoulder * 0.66, BOTTOM]]);
      const straps = line(`M${-a.shoulder * 0.42} 530L${-a.shoulder * 0.5} 318M${a.shoulder * 0.42} 530L${a.shoulder * 0.5} 318`, cloth, 40);
      const stitches = line(`M${-a.shoulder * 0.44} 540H${a.shoulder * 0.44}`, trim, 4, 'stroke-dasharray="12 10"');
      const top = rng.chance(0.5) ? garment('striped_tee', a, { ...p, cloth: p.accent }, rng) : garment('crew', a, { ...p, cloth: trim }, rng);
      return top + straps + fill(bib, cloth) + stitches + rect(-66, 600, 132, 120, tone(cloth, -0.06), 'rx="14"') + circle(-a.shoulder * 0.42, 540, 17, p.accent) + circle(a.shoulder * 0.42, 540, 17, p.accent);
    }
  }
}
