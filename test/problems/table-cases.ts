/** One case of everything that can be wrong with a table of rates that comes back. */
import { type Problem, problem } from '../../src/base/problem.js';
import { TABLE_PROBLEMS as T } from '../../src/problems/rule-tables.js';

const CSV = { file: 'rates.csv' };
const SHEET = { file: 'rates.xlsx[Products]', line: 12, column: 4 };
const path = 'products.INFO_4.points.bands.2.pays';
const column = (en: string, zh: string, text: string) => ({ column: { en, zh }, text });
const value = (text: string) => column('value', '数值', text);

export const TABLE_CASES: readonly Problem[] = [
  problem(T.unreadable_table, { file: 'rates.xlsx' }, { why: 'old' }),
  problem(T.table_too_large, { file: 'rates.xlsx' }, {}),
  problem(T.no_rate_columns, CSV, { missing: [{ en: 'was', zh: '原值' }] }),
  problem(T.no_such_rate, SHEET, {
    ...column('path', '路径', 'products.INFO_4.points.bands.3.pays'),
    near: path,
    isItem: true,
  }),
  problem(T.rate_given_twice, SHEET, { ...value('3'), path, first: 9, before: '2.8' }),
  problem(T.old_value_differs, SHEET, { ...column('was', '原值', '2.5'), path, now: '2.6' }),
  problem(T.closed_column, SHEET, {
    ...column('mark', '标记', 'stated P-6'),
    path,
    written: 'assumed P-6',
  }),
  problem(T.no_value_in_cell, SHEET, { ...value(''), path, now: '2.5', why: 'empty' }),
  problem(T.unclear_cell, SHEET, {
    ...value('9'),
    path: 'net.guard.cap',
    now: '20%',
    why: { kind: 'no_percent_sign', percentage: '9%', multiple: '900%' },
  }),
  problem(T.items_left_out, SHEET, {
    items: ['products.SECRETARY.points.bands.2'],
    beside: 'products.SECRETARY.points.bands.1',
  }),
  problem(T.other_rules, SHEET, {
    written: '2025.04 sha256:e27cd2e229ac',
    now: '2025.07 sha256:0a5f3f9c1e77',
  }),
];
