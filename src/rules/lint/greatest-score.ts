/** The most that the sections of a score can come to, where that can be told. */
import { type Exact, greatest, least, sum, ZERO } from '../../base/exact.js';
import type { ScorePart } from '../amount-shape.js';
import type { Plan, ScoreSection } from '../plan.js';

/** The greatest score of a month; undefined without a score, or where a section has no bound. */
export function greatestScore({ score }: Pick<Plan, 'score'>): Exact | undefined {
  if (!score) return undefined;
  const sections = Object.values(score.sections).map(greatestOfSection);
  const known = sections.filter((one) => one !== undefined);
  return known.length === sections.length ? sum(known) : undefined;
}

function greatestOfSection(section: ScoreSection): Exact | undefined {
  if (section.kind === 'less') return greatest(section.out_of.value, section.floor.value);
  const parts = greatestOfParts(section);
  const cap = section.cap?.value;
  return parts && cap ? least(parts, cap) : (cap ?? parts);
}

/** The most that the parts of a section come to together, before its cap. */
export function greatestOfParts(section: Extract<ScoreSection, { kind: 'parts' }>): Exact | undefined {
  const parts = section.parts.map(greatestOfPart);
  const known = parts.filter((one) => one !== undefined);
  return known.length === parts.length ? sum(known) : undefined;
}

function greatestOfPart(part: ScorePart): Exact | undefined {
  if (part.kind === 'rate') return undefined;
  const { scale } = part;
  switch (scale.kind) {
    case 'interpolated':
      return greatest(ZERO, ...scale.points.map(({ pays }) => pays.value));
    case 'step':
      return scale.most ? greatest(ZERO, scale.most.value.mul(scale.pays.value)) : undefined;
    case 'bands': {
      const paid = scale.bands.map(({ pays, plus }) => (plus ? pays.value.add(plus.value) : pays.value));
      if (scale.scale.value === 'lookup') return greatest(ZERO, ...paid);
      if (scale.scale.value === 'cumulative') return sum(paid.filter((one) => one.compare(ZERO) > 0));
      return undefined;
    }
  }
}
