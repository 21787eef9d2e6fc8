import type { Anatomy } from './anatomy.ts';
import { lightness, mix, tone } from './colour.ts';
import type { Rng } from './rng.ts';
import { blob, circle, clipped, curve, ellipse, fill, halftone, line } from './svg.ts';
import { HAIR, type PersonTraits } from './traits.ts';

/** How the face looks at the viewer. */
export type Expression = { eyes: 'open' | 'lowered' | 'closed'; smile: number };

/** Draws ears, face, shadow side and features in head units; light comes from the left. */
export function face(a: Anatomy, traits: PersonTraits, outline: string, look: Expression, lipTint: string, rng: Rng): string {
  const { skin, turn } = a;
  const shade = mix(skin.base, skin.shade, 0.72);
  const c = a.cheek;
  const shadowX = c * (0.34 + turn * 0.12);
  const shadow = blob([
    [shadowX + 10, -215],
    [shadowX + c * 0.1, -120],
    [shadowX - c * 0.04, a.eyeY - 36],
    [shadowX + c * 0.06, a.eyeY + 14],
    [shadowX + c * 0.24, a.eyeY + 62],
    [shadowX + c * 0.02, a.chinY - 70],
    [shadowX - c * 0.12, a.chinY + 16],
    [c * 1.3, a.chinY + 30],
    [c * 1.5, 0],
    [c * 1.2, -230],
  ]);
  const ink = features(a, traits);
  const blushY = a.eyeY + (a.child ? 60 : 66);
  const blush = a.child
    ? circle(-c * 0.55 + turn * 20, blushY, 30, skin.blush, 'opacity=".55"') + circle(c * 0.55 + turn * 22, blushY, 28, skin.blush, 'opacity=".55"')
    : traits.presentation === 'feminine' && traits.age !== 'teen'
      ? halftone('blush', skin.blush, 2.3, 9) + ellipse(-c * 0.56 + turn * 16, blushY, 46, 30, 'url(#blush)', 'opacity=".8"')
      : '';
  const inside =
    fill(shadow, shade) +
    ellipse(-c * 0.62, a.eyeY - 96, 40, 70, skin.light, 'opacity=".3"') +
    blush +
    (traits.beard ? beard(a, traits) : '') +
    (traits.freckles ? freckles(a, rng) : '');
  return ears(a, shade) + fill(outline, skin.base) + clipped('face', outline, inside) + nose(a, shade) + eyes(a, ink, look) + mouth(a, lipTint, look, traits) + (traits.glasses ? glasses(a, ink) : '');
}

function features(a: Anatomy, traits: PersonTraits): string {
  const hairDark = HAIR[traits.hairColour].dark;
  return mix(mix(hairDark, a.skin.shade, 0.12), '#1c1315', Math.min(1, 0.4 + (1 - lightness(a.skin.base)) * 0.8));
}

function ears(a: Anatomy, shade: string): string {
  const y = a.eyeY + 26;
  const one = (s: 1 | -1): string => {
    const x = s * (a.cheek + 2) + a.turn * 4;
    return ellipse(x, y, 21, 40, s > 0 ? shade : a.skin.base, `transform="rotate(${s * 8} ${x} ${y})"`) + line(curve([[x + s * 6, y - 22], [x + s * 11, y - 4], [x + s * 2, y + 14]]), a.skin.shade, 5);
  };
  return (a.turn < 0.45 ? one(-1) : '') + (a.turn > -0.45 ? one(1) : '');
}

function nose(a: Anatomy, shade: string): string {
  const x = a.turn * 38;
  const dir = a.turn < -0.2 ? -1 : 1;
  if (a.child) return line(curve([[x - 12, a.eyeY + 58], [x, a.eyeY + 66], [x + 12, a.eyeY + 57]]), a.skin.shade, 7);
  const tip = 92;
  const plane = `M${x + dir * 4} ${-30}C${x + dir * 8} 20 ${x + dir * 16} 50 ${x + dir * 30} ${tip - 14}C${x + dir * 34} ${tip + 6} ${x + dir * 8} ${tip + 8} ${x - dir * 16} ${tip}C${x - dir * 2} ${tip - 14} ${x - dir * 2} 20 ${x + dir * 4} -30Z`;
  return fill(plane, mix(shade, a.skin.shade, 0.55)) + line(curve([[x - dir * 20, tip - 2], [x, tip + 7], [x + dir * 24, tip - 1]]), tone(a.skin.shade, -0.08), 4.5);
}

function eyes(a: Anatomy, ink: string, look: Expression): string {
  const t = a.turn;
  const one = (s: 1 | -1): string => {
    const far = s * t > 0 ? 1 - 0.2 * Math.abs(t) : 1;
    const x = t * 34 + s * a.cheek * 0.45 * far;
    const w = (a.child ? 22 : 34) * far;
    const y = a.eyeY;
    if (a.child) {
      const brow = line(curve([[x - s * 26, y - 50], [x + s * 2, y - 60], [x + s * 28, y - 50]]), ink, 8, 'opacity=".8"');
      if (look.eyes !== 'open') return brow + line(curve([[x - w, y], [x, y + 13], [x + w, y]]), ink, 8);
      return brow + ellipse(x, y, 13, 17, ink) + circle(x - 4, y - 6, 4.5, '#fffaf2');
    }
    const thick = a.masculine ? 15 : 9;
    const brow = `M${x - s * w * 1.05} ${y - 47}C${x - s * w * 0.3} ${y - 56} ${x + s * w * 0.7} ${y - 62} ${x + s * w * 1.42} ${y - 38}C${x + s * w * 0.7} ${y - 60 + thick} ${x - s * w * 0.3} ${y - 56 + thick} ${x - s * w} ${y - 45 + thick * 0.75}Z`;
    const lidShade = fill(`M${x - w} ${y + 2}C${x - w * 0.5} ${y - 30} ${x + w * 0.5} ${y - 32} ${x + w * 1.1} ${y - 2}Z`, a.skin.shade, 'opacity=".75"');
    const wing = a.masculine ? 0.06 : 0.3;
    const sag = look.eyes === 'open' ? -13 : 10;
    const lid = `M${x - s * w} ${y + 3}Q${x} ${y + sag * 1.7} ${x + s * w} ${y - 2}L${x + s * w * (1 + wing)} ${y - 10}Q${x} ${y + sag * 1.7 - 11} ${x - s * w} ${y + 3}Z`;
    const iris = look.eyes === 'open' ? fill(`M${x - 12} ${y - 6}A12.5 13 0 0 0 ${x + 13} ${y - 7}Z`, ink) + circle(x, y - 1, 10, ink) : '';
    return fill(brow, ink) + lidShade + iris + fill(lid, ink, `stroke="${ink}" stroke-width="3" stroke-linejoin="round"`);
  };
  return one(-1) + one(1);
}

function mouth(a: Anatomy, tint: string, look: Expression, traits: PersonTraits): string {
  const x = a.turn * 34;
  if (a.child) {
    const y = a.eyeY + 94;
    const w = 34;
    if (look.smile > 0.6) return fill(`M${x - w} ${y - 4}Q${x} ${y + 46} ${x + w} ${y - 4}Q${x} ${y + 6} ${x - w} ${y - 4}Z`, '#8c2f35', `stroke="#8c2f35" stroke-width="5" stroke-linejoin="round"`) + fill(`M${x - 25} ${y}Q${x} ${y + 15} ${x + 25} ${y}Q${x} ${y + 5} ${x - 25} ${y}Z`, '#fffaf2');
    return line(curve([[x - w * 0.8, y], [x, y + 14], [x + w * 0.8, y]]), mix(a.skin.lips, '#6b2430', 0.35), 8);
  }
  const y = 136;
  const w = (a.masculine ? 40 : 39) * (1 - 0.08 * Math.abs(a.turn));
  const full = a.masculine ? 0.75 : 1;
  const up = 2 + look.smile * 10;
  const colour = a.masculine || traits.age === 'teen' ? mix(a.skin.lips, a.skin.base, 0.35) : mix(a.skin.lips, tint, 0.55);
  const upper = `M${x - w} ${y - up}C${x - w * 0.5} ${y - 14 * full} ${x - 14} ${y - 19 * full} ${x} ${y - 11 * full}C${x + 14} ${y - 19 * full} ${x + w * 0.5} ${y - 14 * full} ${x + w} ${y - up}C${x + w * 0.5} ${y + 4 + up * 0.4} ${x - w * 0.5} ${y + 4 + up * 0.4} ${x - w} ${y - up}Z`;
  const lower = `M${x - w} ${y - up}C${x - w * 0.5} ${y + 4 + up * 0.4} ${x + w * 0.5} ${y + 4 + up * 0.4} ${x + w} ${y - up}C${x + w * 0.5} ${y + 28 * full} ${x - w * 0.5} ${y + 28 * full} ${x - w} ${y - up}Z`;
  const chin = ellipse(x + 6, y + 36, 22, 6, a.skin.shade, 'opacity=".5"');
  return (traits.beard === 'full' ? '' : chin) + fill(upper, tone(colour, -0.07)) + fill(lower, tone(colour, 0.03));
}

function beard(a: Anatomy, traits: PersonTraits): string {
  const hair = HAIR[traits.hairColour];
  const x = a.turn * 34;
  const c = a.cheek;
  const full = `M${-c * 1.1} 10C${-c * 0.95} 60 ${-c * 0.8} 96 ${x - 54} 104C${x - 30} 96 ${x + 30} 96 ${x + 54} 104C${c * 0.8} 96 ${c * 0.95} 60 ${c * 1.1} 10L${c * 1.3} 260L${-c * 1.3} 260Z`;
  if (traits.beard === 'moustache') {
    return fill(`M${x - 58} 128C${x - 34} 100 ${x - 10} 100 ${x} 107C${x + 10} 100 ${x + 34} 100 ${x + 58} 128C${x + 30} 122 ${x - 30} 122 ${x - 58} 128Z`, hair.base);
  }
  if (traits.beard === 'stubble') return halftone('stubble', hair.dark, 1.7, 7) + fill(full, mix(a.skin.shade, hair.base, 0.4), 'opacity=".28"') + fill(full, 'url(#stubble)', 'opacity=".5"');
  return fill(full, hair.base) + fill(`M${x + 30} 150C${c * 0.7} 130 ${c} 80 ${c * 1.1} 10L${c * 1.3} 260L${x + 10} 260Z`, hair.dark, 'opacity=".6"') + fill(`M${x - 46} 128Q${x} 112 ${x + 46} 128Q${x} 186 ${x - 46} 128Z`, hair.dark, 'opacity=".5"');
}

function freckles(a: Anatomy, rng: Rng): string {
  let out = '';
  for (let i = 0; i < 26; i++) out += circle(a.turn * 34 + rng.range(-1, 1) * a.cheek * 0.7, a.eyeY + rng.range(30, 82), rng.range(2, 3.6), a.skin.shade, 'opacity=".75"');
  return out;
}

function glasses(a: Anatomy, ink: string): string {
  const x = a.turn * 34;
  const d = a.cheek * 0.46;
  const ring = (cx: number): string => `<rect x="${cx - 52}" y="${a.eyeY - 36}" width="104" height="78" rx="36" fill="#fffaf2" fill-opacity=".16" stroke="${ink}" stroke-width="8"/>`;
  return ring(x - d) + ring(x + d) + line(`M${x - d + 52} ${a.eyeY - 4}Q${x} ${a.eyeY - 16} ${x + d - 52} ${a.eyeY - 4}`, ink, 8) + line(`M${x - d - 52} ${a.eyeY - 6}L${-a.cheek} ${a.eyeY - 12}M${x + d + 52} ${a.eyeY - 6}L${a.cheek} ${a.eyeY - 12}`, ink, 7);
}
