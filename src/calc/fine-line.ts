/** A pay line that fines an agent. */
import type { Exact } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { PlainDate } from '../base/period.js';
import type { Problem } from '../base/problem.js';
import type { RowRef } from '../input/records.js';
import type { Value } from '../rules/mark.js';
import type { Component, Plan } from '../rules/plan.js';
import type { AgentFacts } from './agent-facts.js';
import { payLine, type PayLine } from './pay-line.js';
import { lineRounding } from './rounding.js';
import type { Trace } from './trace.js';

export type FineComponent = Extract<Component, { kind: 'fine' }>;

/** A fine as it is for the whole month, and on each day of it. */
export interface DatedFine<F> {
  readonly fine: F;
  readonly on: (day: PlainDate) => F;
}

export interface FineResult {
  readonly lines: readonly PayLine[];
  readonly waived: readonly Waived[];
  readonly problems: readonly Problem[];
}

/** What could have been fined and was not, and why. */
export interface Waived {
  readonly agent_id: string;
  readonly why: Localized;
  readonly rows: readonly RowRef[];
  readonly rules: readonly Value<unknown>[];
}

/** Nothing fined, nothing waived. */
export const NO_FINE: FineResult = { lines: [], waived: [], problems: [] };

export interface FineParts {
  readonly date: PlainDate;
  readonly source: string;
  readonly exact: Trace;
  readonly quantity?: Exact;
  readonly rate?: Exact;
}

/** Makes a line of one component for an agent. */
export type MakeLine = (facts: AgentFacts, parts: FineParts) => PayLine;

export function fineLine(
  key: string,
  component: FineComponent,
  facts: AgentFacts,
  plan: Plan,
  parts: FineParts,
): PayLine {
  const { date, source, ...rest } = parts;
  return payLine({
    line_id: `${key}:${source}`,
    agent_id: facts.agent.agent_id,
    component: key,
    name: component.name,
    clause: component.clause,
    column: 'penalties',
    penalty: { class: component.class, date, source },
    ...rest,
    rounding: lineRounding(plan, key),
  });
}

/** Whether a line of this exact amount is worth being one. */
export const pays = (exact: Trace): boolean => exact.value.n !== 0n;
