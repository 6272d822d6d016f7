/** Fines: handbook, section 5 (C-3, C-4, S-1, S-2, A-2). */
import type { PlainDate } from '../base/period.js';
import type { Fine, Plan } from '../rules/plan.js';
import { planOn } from '../rules/plan-on.js';
import type { MonthFacts } from './agent-facts.js';
import { attendanceFines } from './attendance-fines.js';
import { type DatedFine, type FineComponent, fineLine, type FineResult, type MakeLine } from './fine-line.js';
import { incidentFines } from './incident-fines.js';
import { testFines } from './test-fines.js';

export interface FinesOfMonth extends FineResult {
  /** What was charged for, where a thing is charged only once. */
  readonly charged: ReadonlySet<string>;
}

/** What was computed already: a fine may be asked for by other rules. */
const known = new WeakMap<MonthFacts, Map<string, FinesOfMonth>>();

/** The fines of one component for the whole month; computed once. */
export function finesOfComponent(key: string, component: FineComponent, month: MonthFacts): FinesOfMonth {
  const own = known.get(month) ?? new Map<string, FinesOfMonth>();
  known.set(month, own);
  const found = own.get(key) ?? evaluateFine(key, component, month);
  own.set(key, found);
  return found;
}

function evaluateFine(key: string, component: FineComponent, month: MonthFacts): FinesOfMonth {
  const { fine } = component;
  const line: MakeLine = (facts, parts) => fineLine(key, component, facts, month.plan, parts);
  switch (fine.kind) {
    case 'incident': {
      const on = onDays(key, fine, month.plan, (one) => one.kind === 'incident');
      return { problems: [], ...incidentFines(key, on, month, line) };
    }
    case 'test': {
      const on = onDays(key, fine, month.plan, (one) => one.kind === 'test');
      return merge(month.agents.map((facts) => testFines(on, facts, month, line)));
    }
    case 'attendance': {
      const on = onDays(key, fine, month.plan, (one) => one.kind === 'attendance');
      return merge(month.agents.map((facts) => attendanceFines(key, on, facts, month.plan, line)));
    }
  }
}

/** A fine with what it is on each day of the month. Its kind never changes. */
function onDays<F extends Fine>(
  key: string,
  fine: F,
  plan: Plan,
  isOwn: (one: Fine) => one is F,
): DatedFine<F> {
  if (!plan.changes) return { fine, on: () => fine };
  const on = (day: PlainDate): F => {
    const component = planOn(plan, day).components[key];
    return component?.kind === 'fine' && isOwn(component.fine) ? component.fine : fine;
  };
  return { fine, on };
}

function merge(results: readonly FineResult[]): FinesOfMonth {
  return {
    lines: results.flatMap((one) => one.lines),
    waived: results.flatMap((one) => one.waived),
    problems: results.flatMap((one) => one.problems),
    charged: new Set(),
  };
}
