/** The score sheet as rows: each section with what it comes from, then the total. */
import { type Exact, formatShort, round } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import type { AgentResult } from '../calc/pay.js';
import type { SectionScore } from '../calc/score.js';
import { partsOf, type Trace } from '../calc/trace.js';
import type { Plan } from '../rules/plan.js';

export interface ScoreItem {
  readonly agent_id: string;
  /** Key of the section, or `total`. */
  readonly item: string;
  readonly value: Exact;
  readonly places: number;
  readonly detail: Localized;
  readonly clause: string;
}

/** An agent's items. Without a target the sections that have a score stand alone, without a total. */
export function scoreItems(agent: AgentResult, plan: Plan): ScoreItem[] {
  const { score, facts } = agent;
  if (!score || !plan.score) return [];
  const places = plan.score.places.value;
  const { agent_id } = facts.agent;
  const items = score.sections.map((one): ScoreItem => {
    return {
      agent_id,
      item: one.section,
      value: round(one.trace.value, places),
      places,
      detail: detailOf(one),
      clause: one.clause,
    };
  });
  if (!score.total) return items;
  const total = { value: score.total.value, detail: { en: '', zh: '' }, clause: plan.score.clause };
  return [...items, { agent_id, item: 'total', places, ...total }];
}

function detailOf(section: SectionScore): Localized {
  return { en: describe(section.trace, 'en'), zh: describe(section.trace, 'zh') };
}

/** The ratios and the counts that a section's score comes from: `163/150`, `spot check failed × 2`. */
function describe(trace: Trace, language: Language): string {
  return [...new Set(basesOf(trace, language))].join(language === 'zh' ? ';' : '; ');
}

function basesOf(trace: Trace, language: Language): string[] {
  if (trace.op === 'quotient' && trace.parts.every((part) => part.op === 'given' && part.rows)) {
    return [trace.parts.map((part) => formatShort(part.value)).join('/')];
  }
  if (trace.op === 'product' && trace.parts[0]?.op === 'given' && trace.parts[0].rows) {
    return [`${trace.label[language]} × ${formatShort(trace.parts[0].value)}`];
  }
  return partsOf(trace).flatMap((part) => basesOf(part, language));
}
