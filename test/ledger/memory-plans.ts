/** Plans of one component whose months remember something, and a month of the quarter for them. */
import type { Changes } from '../calc/plans.js';
import { day, measured, person, rules, type Sheets, together } from './small-ledger.js';

const S = 'stated: P-2';
const collected = `{ name: n, when_absent: { value: zero, ${S} } }`;

/** A plan of one component, over measures that measures.csv brings. */
export const measurePlan = (measures: string, amount: string, more: Changes = {}): string =>
  rules({
    ...more,
    measures,
    components: `{ pay: { name: pay, clause: P-2, column: allowances, amount: ${amount} } }`,
    score: undefined,
    grades: undefined,
  });

const QUARTERLY = [
  `{ revenue: ${collected}, quota: ${collected} }`,
  `{ scale: marginal, per: quarter, of: revenue, percent_of: quota, ${S}, bands: [{ up_to: 50%, pays: 5% }, { up_to: 100%, pays: 10% }, { pays: 15% }] }`,
] as const;

const BY_WEEK = [
  `{ sales: ${collected} }`,
  `{ scale: marginal, per: week, of: sales, ${S}, bands: [{ up_to: 500, pays: 0% }, { pays: 5% }] }`,
] as const;

/** 5% up to half of the quarter's quota, 10% up to all of it, 15% above. */
export const RUNNING = measurePlan(...QUARTERLY);

/** 5% of what a week sells above 500. */
export const WEEKLY = measurePlan(...BY_WEEK);

/** Both at once: the first for team T, the second for team B. */
export const RUNNING_OF_T = measurePlan(...QUARTERLY, { version: '"T-1"', applies_to: '{ team: [T] }' });
export const WEEKLY_OF_B = measurePlan(...BY_WEEK, { version: '"B-1"', applies_to: '{ team: [B] }' });

/** A month of A1's under RUNNING. */
export const sells = (month: string, revenue: string, quota = '6000'): Sheets =>
  together(
    person('A1'),
    day('A1', `${month}-07`),
    measured('A1', `${month}-15`, 'revenue', revenue),
    measured('A1', month, 'quota', quota),
    measured('Z', month, 'quota', quota),
  );
