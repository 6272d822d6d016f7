/** What a commission point is worth (P-3). */
import { ONE } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Plan } from '../rules/plan.js';
import { given, ruled, type Trace } from './trace.js';

const PER_POINT: Localized = { en: 'yuan per point', zh: '每分折合元' };

/** Yuan for a point, by the component that pays points; 1 where the plan pays none. */
export function yuanPerPoint(plan: Plan): Trace {
  for (const component of Object.values(plan.components)) {
    if (component.kind === 'yuan_per_point') return ruled(PER_POINT, component.yuan_per_point);
  }
  return given(PER_POINT, ONE);
}
