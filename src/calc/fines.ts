/** Fines: handbook, section 5 (C-3, C-4, S-1, S-2, A-2). */
import type { MonthFacts } from './agent-facts.js';
import { attendanceFines } from './attendance-fines.js';
import { type FineComponent, fineLine, type FineResult, type MakeLine } from './fine-line.js';
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
    case 'incident':
      return { problems: [], ...incidentFines(key, fine, month, line) };
    case 'test':
      return merge(month.agents.map((facts) => testFines(fine, facts, month, line)));
    case 'attendance':
      return merge(month.agents.map((facts) => attendanceFines(key, fine, facts, month.plan, line)));
  }
}

function merge(results: readonly FineResult[]): FinesOfMonth {
  return {
    lines: results.flatMap((one) => one.lines),
    waived: results.flatMap((one) => one.waived),
    problems: results.flatMap((one) => one.problems),
    charged: new Set(),
  };
}
