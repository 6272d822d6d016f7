/** Rule files under which a random month is calculated: all kinds of components, fines and guards between them. */
import fc from 'fast-check';
import { bands, handbookTextWith, handbookWith, points, S } from './department.js';

/** The handbook with edges that a small month reaches. */
const SMALL = {
  'products.SECRETARY.points': `{ scale: marginal, ${bands({ 1: '1.5', 3: '2', 5: '2.5' })}, ${S} }`,
  'products.INFO_4.points': `{ scale: whole, by: [INFO_4, INFO_6], ${bands({ 0: '2', 3: '2.5' })}, ${S} }`,
  'products.MAIL.points': `{ scale: lookup, ${bands({ 0: '0', 2: '7.77', 4: '20' })}, ${S} }`,
  'daily_target.met_by': `[{ measure: successes, at_least: 2, ${S} }, { measure: answered, at_least: 2, ${S} }, { measure: dialled, at_least: 3, ${S} }]`,
};

const dayRate = `day_rate: { divisor: 21.75, times: 1.5, ${S} }`;
const collected = (amount: string, more = ''): string =>
  `{ name: x, clause: P-2, column: allowances, amount: ${amount}${more} }`;

/** Components with a mark, for use among the handbook's. */
const KINDS = {
  'components.by_rate': collected(`{ rate: 0.333, of: collected, ${S} }`, `, cap: { value: 3, ${S} }`),
  'components.by_marginal': collected(
    `{ scale: marginal, of: collected, ${bands({ 0: '5%', 7: '7%' }, 'above')}, ${S} }`,
  ),
  'components.by_whole': collected(`{ scale: whole, of: collected, ${bands({ 0: '0.1', 7: '0.2' })}, ${S} }`),
  'components.by_lookup': collected(`{ scale: lookup, of: counted, ${bands({ 0: '0', 2: '30' })}, ${S} }`),
  'components.by_step': collected(
    `{ scale: step, of: collected, above: 2, each: 3, pays: 1.11, most: 2, ${S} }`,
  ),
  'components.by_line': collected(
    `{ scale: interpolated, of: collected, ${points({ 0: '0', 7: '10', 9: '11' })}, ${S} }`,
  ),
  'components.by_day': collected(`{ ${dayRate}, of: assessed_days, ${S} }`),
  measures: `{ collected: { name: collected, when_absent: { value: zero, ${S} } } }`,
};

const FINES = {
  'components.late.fine': `{ attendance: late, charge: { per_minute: 0.33, ${S} }, free_minutes: 7, ${S} }`,
  'components.early_leave.fine': `{ attendance: early_leave, charge: { per_occurrence: 3, ${S} }, free_occurrences: 1, ${S} }`,
  'components.absence.fine': `{ attendance: absence, charge: { ${dayRate}, ${S} }, free_occurrences: 1, ${S} }`,
};

const guard = (mode: string): string =>
  `{ clause: X-8, mode: ${mode}, classes: [disciplinary, loss, performance], cap: 30%, floor: 1990, ${S} }`;

const CHANGES = [
  SMALL,
  { ...SMALL, ...KINDS, ...FINES },
  { ...SMALL, ...FINES, 'net.guard': guard('enforce') },
];

export const PLANS = CHANGES.map(handbookWith);
/** The same as rule files. */
export const RANDOM_TEXTS = CHANGES.map(handbookTextWith);
export const anyPlan = fc.constantFrom(...PLANS);
