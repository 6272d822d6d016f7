/** Fines by test results: S-1, S-2. */
import { formatShort, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import { problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { TestFine } from '../rules/plan.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { type DatedFine, type FineResult, type MakeLine, NO_FINE, pays } from './fine-line.js';
import { computed, given, rounded, ruled } from './trace.js';

const LABELS = {
  zero: { en: 'nothing', zh: '零' },
  standard: { en: 'standard', zh: '标准' },
  result: { en: 'result', zh: '成绩' },
  result_down: { en: 'result, rounded down', zh: '成绩（舍去小数）' },
  short: { en: 'short of the standard', zh: '低于标准' },
  per_unit: { en: 'for each', zh: '每少一个' },
  fine: { en: 'fine', zh: '扣款' },
} satisfies Record<string, Localized>;

const WHY = {
  not_taken: { en: 'no result this month', zh: '当月没有成绩' },
  met: { en: 'the standard was met', zh: '达到标准' },
} satisfies Record<string, Localized>;

/** The month's last result counts, by the fine of its day; who took none is not fined, with a warning. */
export function testFines(
  { fine: ofMonth, on }: DatedFine<TestFine>,
  facts: AgentFacts,
  month: MonthFacts,
  line: MakeLine,
): FineResult {
  const { agent_id } = facts.agent;
  if (!facts.tests) return NO_FINE;
  const last = facts.tests
    .filter((row) => row.test === ofMonth.test)
    .toSorted((a, b) => byText(a.date, b.date))
    .at(-1);
  if (!last) {
    if (!facts.employed) return NO_FINE;
    const test = month.plan.tests[ofMonth.test]?.name ?? { en: ofMonth.test, zh: ofMonth.test };
    return {
      lines: [],
      waived: [{ agent_id, why: WHY.not_taken, rows: [], rules: [ofMonth.not_taken] }],
      problems: [problem(CALC_PROBLEMS.no_test, facts.agent.at, { agent: agent_id, test })],
    };
  }
  const fine = on(last.date);
  const taken = given(LABELS.result, last.result, { rows: [last.at], rules: [fine.result_rounded] });
  const counted =
    fine.result_rounded.value === 'down' ? rounded(LABELS.result_down, taken, 0, 'down') : taken;
  const short = computed('greatest', LABELS.short, [
    computed('difference', LABELS.short, [ruled(LABELS.standard, fine.standard), counted]),
    given(LABELS.zero, ZERO),
  ]);
  const exact = computed('product', LABELS.fine, [short, ruled(LABELS.per_unit, fine.per_unit)]);
  if (!pays(exact)) {
    const rules = [fine.standard, fine.per_unit];
    return { ...NO_FINE, waived: [{ agent_id, why: WHY.met, rows: [last.at], rules }] };
  }
  const parts = { date: last.date, source: formatShort(last.result), exact };
  return { ...NO_FINE, lines: [line(facts, { ...parts, quantity: short.value, rate: fine.per_unit.value })] };
}
