/** Corrections of closed months: what was due less what was paid, as lines of the open month. */
import { type Exact, sum, ZERO } from '../base/exact.js';
import { groupBy, indexBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import type { Month } from '../base/period.js';
import type { Plans } from '../rules/plans.js';
import { type LineState, lineStates, type MonthState, type PayslipState } from './closing.js';
import type { MonthResult } from './month.js';
import type { Posting } from './past.js';
import { payLine, type PayLine, rowsOfLine } from './pay-line.js';
import { type AppliedLine, rulesOfApplied } from './payslip.js';
import { lineRounding } from './rounding.js';
import { basisOf, computed, given, weakest } from './trace.js';

const LABELS = {
  due: { en: 'due, as the month stands now', zh: '更正后应付' },
  paid: { en: 'paid for it so far', zh: '已付' },
  difference: { en: 'due minus paid', zh: '应付减已付' },
  not_carried: { en: 'negative net that is not carried', zh: '不结转的负净额' },
} satisfies Record<string, Localized>;

/** The postings as lines of the month in which they are paid, taken back ones below zero. */
export function correctionLines(plans: Plans, postings: readonly Posting[]): PayLine[] {
  return postings.map((posting) => {
    const { correction, month, agent_id, component, product, clause, due, paid } = posting;
    const { rows, rules, basis } = posting;
    const line = payLine({
      line_id: ['correction', correction, month, component, ...(product === undefined ? [] : [product])].join(
        ':',
      ),
      agent_id,
      component: 'correction',
      name: nameOf(posting),
      clause,
      column: 'prior_period',
      prior: { month, correction, ...(product === undefined ? {} : { product }) },
      exact: computed('difference', LABELS.difference, [
        given(LABELS.due, due, { rows, rules }),
        given(LABELS.paid, paid),
      ]),
      rounding: lineRounding(plans.of(agent_id)),
    });
    // What was paid may rest on more than what is due now.
    return { ...line, basis };
  });
}

/** With the place in the ledger where it says who corrected it and why. */
const nameOf = ({ month, correction, name }: Posting): Localized => ({
  en: `correction of ${month} (entry ${correction}): ${name.en}`,
  zh: `更正 ${month}（账本第 ${correction} 条）：${name.zh}`,
});

/**
 * What a month's correction posts: for each agent's component and product, the sum of its lines in `result`
 * less the sum of those it stood with, where the two differ. Lines of earlier corrections are another month's.
 */
export function postingsOf(
  correction: number,
  before: Pick<MonthState, 'lines' | 'payslips'>,
  result: MonthResult,
): Posting[] {
  return [
    ...linePostings(correction, before.lines, result),
    ...uncarried(correction, before.payslips, result),
  ];
}

const isOwn = (line: Keyed): boolean => line.prior?.correction === undefined;

function linePostings(correction: number, before: readonly LineState[], result: MonthResult): Posting[] {
  const now = result.agents.flatMap((one) => one.lines).filter(isOwn);
  const old = groupBy(before.filter(isOwn), keyOf);
  const due = groupBy(lineStates(now), keyOf);
  const lines = groupBy(now, (line) => keyOf(line));
  return [...new Set([...old.keys(), ...due.keys()])].flatMap((key): Posting[] => {
    const then = old.get(key) ?? [];
    const own = due.get(key) ?? [];
    const [first] = [...own, ...then];
    const total = amountOf(own);
    const paid = amountOf(then);
    if (!first || total.equals(paid)) return [];
    const { agent_id, component, name, clause } = first;
    const product = productOf(first);
    return [
      {
        correction,
        month: result.month,
        agent_id,
        component,
        ...(product === undefined ? {} : { product }),
        name,
        clause,
        due: total,
        paid,
        basis: weakest([...own, ...then].map((line) => line.basis)),
        rows: rowsOf(result.month, lines.get(key) ?? []),
        rules: rulesOfLines(lines.get(key) ?? []),
      },
    ];
  });
}

/**
 * Where a negative net is reported and not carried, what it lacked was never taken: an agent whose lines change
 * is due what he would have been paid less what he was paid, so what is not carried by now stands against it.
 */
function uncarried(
  correction: number,
  before: readonly PayslipState[],
  { agents, month, plans }: MonthResult,
): Posting[] {
  const then = new Map(before.map((payslip) => [payslip.agent_id, payslip.debt_out]));
  const now = new Map(agents.map(({ facts, payslip }) => [facts.agent.agent_id, payslip.debt_out]));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((agent_id): Posting[] => {
    const { clause, negative } = plans.of(agent_id).net;
    if (negative.value === 'carry') return [];
    const due = now.get(agent_id) ?? ZERO;
    const paid = then.get(agent_id) ?? ZERO;
    if (due.equals(paid)) return [];
    const about = { correction, month, agent_id, component: 'not_carried', name: LABELS.not_carried, clause };
    return [{ ...about, due, paid, basis: basisOf([negative]), rows: [], rules: [negative] }];
  });
}

/** Beside the rows of the month that pays it, a row of the corrected one is named with its month. */
const rowsOf = (month: Month, lines: readonly AppliedLine[]): Posting['rows'] =>
  [...new Set(lines.flatMap(rowsOfLine))].map(({ file, line }) => ({
    file: file.includes('/') ? file : `${month}/${file}`,
    line,
  }));

/** Each value of the rules once, by its path: a penalty that returns brings those of an earlier month's file. */
const rulesOfLines = (lines: readonly AppliedLine[]): Posting['rules'] => [
  ...indexBy(lines.flatMap(rulesOfApplied), (rule) => rule.path).values(),
];

const amountOf = (lines: readonly LineState[]): Exact => sum(lines.map((line) => line.amount));

type Keyed = Pick<LineState, 'agent_id' | 'component' | 'product' | 'prior'>;

const productOf = (line: Keyed): string | undefined => line.product ?? line.prior?.product;

const keyOf = (line: Keyed): string => [line.agent_id, line.component, productOf(line) ?? ''].join('\t');

/** By month, agent, component and product. */
export const byPosting = byKeys<Posting>(
  (one) => one.month,
  (one) => one.agent_id,
  (one) => one.component,
  (one) => one.product ?? '',
);
