/** One case of everything that can be wrong with what was before the first month. */
import { type Problem, problem } from '../../src/base/problem.js';
import { OPENING_PROBLEMS as O } from '../../src/problems/opening.js';

const column = (en: string, zh: string, text: string) => ({ column: { en, zh }, text });
const zero = '2025-03';

export const OPENING_CASES: readonly Problem[] = [
  problem(O.ledger_begun, { file: 'ledger/2025-04' }, { month: '2025-04', zero }),
  problem(
    O.opened_otherwise,
    { file: 'ledger/2025-03' },
    { month: '2025-04', by: '王会计', changed: 'debts.csv' },
  ),
  problem(O.no_opening_folder, { file: 'opening' }, { folder: 'opening' }),
  problem(O.no_people, { file: 'agents.csv' }, {}),
  problem(
    O.after_month_zero,
    { file: 'scores.csv', line: 2, column: 1 },
    { ...column('month', '月份', '2025-04'), zero },
  ),
  problem(
    O.over_two_decimals,
    { file: 'debts.csv', line: 2, column: 4 },
    column('amount', '金额', '516.505'),
  ),
  problem(
    O.paid_without_counting,
    { file: 'signups.csv', line: 2, column: 50 },
    { ...column('points', '积分', '4'), outcome: 'reversed' },
  ),
  problem(
    O.fewer_than_listed,
    { file: 'counts.csv', line: 2, column: 20 },
    { ...column('counted', '算量', '3'), least: 5 },
  ),
  problem(
    O.no_counts,
    { file: 'signups.csv', line: 7 },
    { signup: 'S7', month: zero, agent: 'A1', product: 'MAIL' },
  ),
  problem(O.no_debt, { file: 'debts.csv', line: 3, column: 4 }, column('amount', '金额', '0.00')),
  problem(
    O.rules_of_first_month,
    { file: 'rules/2025.04.yaml' },
    { zero, month: '2025-04', version: '2025.04' },
  ),
  problem(
    O.measure_not_remembered,
    { file: 'measures.csv', line: 2, column: 16 },
    { ...column('measure', '指标', 'revenu'), known: 'quota, revenue' },
  ),
  problem(
    O.day_of_finished_week,
    { file: 'measures.csv', line: 3, column: 4 },
    { ...column('date', '日期', '2025-03-30'), zero, from: '2025-03-31', until: '2025-03-31' },
  ),
  problem(
    O.measure_kept_otherwise,
    { file: 'measures.csv', line: 4, column: 4 },
    { ...column('date', '日期', '2025-03-31'), measure: 'revenue', byDay: false },
  ),
  problem(
    O.week_paid_on_leaving,
    { file: 'measures.csv', line: 5, column: 4 },
    { ...column('date', '日期', '2025-03-31'), agent: 'A1', left_on: '2025-03-31' },
  ),
  problem(
    O.measure_not_told,
    { file: 'measures.csv' },
    { measure: 'revenue', periods: '2025-01, 2025-02', then: 'refused', version: undefined },
  ),
  problem(O.counted_without_points, { file: 'signups.csv', line: 4 }, { count: 3 }),
];
