/** One case of everything that can stand against changing or trying a rule file. */
import { type Problem, problem } from '../../src/base/problem.js';
import { DRY_RUN_PROBLEMS as D } from '../../src/problems/dry-run.js';
import { EDIT_PROBLEMS as E } from '../../src/problems/rule-edits.js';

const RULES = { file: 'rules/2025.04.yaml' };
const path = 'products.INFO_2.points';
const band = 'products.SECRETARY.points.bands.1';

export const EDIT_CASES: readonly Problem[] = [
  problem(E.no_such_value, RULES, { path: 'products.INFO_2.pionts', near: path }),
  problem(E.several_values, RULES, { path: band, within: [`${band}.from`, `${band}.pays`] }),
  problem(E.comment_within, RULES, { path }),
  problem(E.changes_more, RULES, { path, others: ['products.INFO_4.points'] }),
  problem(E.not_assumed, RULES, { path: 'products.MAIL.points', mark: 'stated', clause: 'P-11' }),
  problem(E.mark_of_several, RULES, {
    path: `${band}.pays`,
    mark: band,
    covered: [`${band}.from`, `${band}.pays`],
  }),
  problem(E.closed_by_it, RULES, { months: ['2025-04', '2025-05'], version: '2025.04' }),
  problem(E.closed_before_confirmed, RULES, { months: ['2025-04'] }),
  problem(D.draft_examples_fail, { ...RULES, line: 560, column: 33 }, { count: 2, first: 'info_below_90' }),
  problem(D.corrections_left_out, { file: 'months/2025-06' }, { month: '2025-06', corrected: '2025-05' }),
  problem(D.carried_not_apart, RULES, { month: '2025-05', code: 'E0701' }),
  problem(
    D.broken_chain,
    { file: 'months/2025-05' },
    { before: '2025-04', month: '2025-06', missing: '2025-05' },
  ),
  problem(D.other_currency, RULES, { here: 'USD (2)', there: 'CNY (2)', other: 'rules/2024.10.yaml' }),
];
