/** What changes of a plan can bear on, told from the plan alone. */
import { describe, expect, it } from 'vitest';
import { touchedBeside, touches, type Touched } from '../../src/rules/touches.js';
import { handbook, handbookWith } from '../calc/plans.js';
import { completed } from './complete-plan.js';
import { load } from './rule-files.js';

const shown = ({ components, score, grades, checks }: Touched): string =>
  [
    ...components.map((one) => [one.component, ...(one.products ?? [])].join(' ')),
    ...(score ? ['(score)'] : []),
    ...(grades ? ['(grades)'] : []),
    ...(checks ? ['(checks)'] : []),
  ].join(', ');

describe('of the handbook', () => {
  it.each([
    [
      'products.RINGTONE.points',
      'product_commission RINGTONE, forced_activation, prior_period RINGTONE, clawback RINGTONE',
    ],
    ['products.RINGTONE.name', 'product_commission RINGTONE, prior_period RINGTONE, clawback RINGTONE'],
    ['daily_target.met_by.1.at_least', 'base_commission'],
    ['components.complaint.fine.charge.amount', 'complaint'],
    ['score.sections.quality.less.point_wrong', '(score), (grades), (checks)'],
    ['grades.levels.four_star.quota.at_most', '(grades)'],
    ['checks.talks.share', '(checks)'],
    ['checks.absence.unapproved_leave_from_minutes', 'absence, (checks)'],
    ['tests.typing.name', 'typing'],
    ['incidents.complaint.name', 'complaint'],
    ['net.guard.cap', 'forced_activation, refund, complaint, typing, written, late, early_leave, absence'],
    ['title', ''],
    ['clauses.P-7.fragment', ''],
    ['examples.secretary', ''],
  ])('%s', (path, expected) => {
    expect(shown(touches(handbook, path))).toBe(expected);
  });

  it('a product whose sign-ups pick the band of another bears on both, and on what counts them', () => {
    const touched = shown(touches(handbook, 'products.INFO_6.counts_on'));
    expect(touched).toContain('product_commission INFO_4 INFO_6');
    expect(touched).toContain('team_leader_allowance');
    expect(touched).toContain('(score)');
    expect(touched).not.toContain('base_commission');
  });

  it('what earns bears on guarded penalties under an enforced guard alone', () => {
    const enforced = handbookWith({ 'net.guard.mode': '{ value: enforce, stated: X-8 }' });
    expect(shown(touches(handbook, 'components.phone_subsidy.amount'))).toBe('phone_subsidy');
    expect(shown(touches(enforced, 'components.phone_subsidy.amount'))).toBe(
      'phone_subsidy, forced_activation, refund, complaint, typing, written, late, early_leave',
    );
  });
});

const PLAN = load(
  completed(`measures:
  deals: { name: deals, when_absent: zero, stated: S-1 }
  share: { name: share, when_absent: zero, stated: S-1 }
  mine: { name: mine, split: { of: deals, by: share }, stated: S-1 }
  pool: { name: pool, total: { of: mine, over: team }, stated: S-1 }
  before: { name: before, earlier: { of: pool, months_ago: 1, when_absent: zero }, stated: S-1 }
  paid: { name: paid, amount_of: [commission], stated: S-1 }
  seniority: { name: seniority, formula: tenure_months * 2, stated: S-1 }
components:
  commission: { name: commission, clause: S-1, column: product_commission, amount: { rate: 5%, of: mine }, stated: S-1 }
  pool_part: { name: part, clause: S-1, column: allowances, amount: { share: { of: pool, by: share, among: team } }, stated: S-1 }
  override: { name: override, clause: S-1, column: allowances, amount: { rate: 1%, of: paid }, gate: [{ measure: before, more_than: 0 }], stated: S-1 }
  seniority: { name: seniority, clause: S-1, column: allowances, amount: { value: seniority, since: { 2025-06-01: pool } }, stated: S-1 }
`),
).plan;

describe('through measures', () => {
  it.each([
    ['measures.deals', 'commission, pool_part, override, seniority'],
    ['measures.paid', 'override'],
    ['measures.before.earlier.months_ago', 'override'],
    // From June on.
    ['measures.pool.total.over', 'pool_part, override, seniority'],
    ['measures.seniority', 'seniority'],
    ['measures.seniority.name', ''],
    ['components.commission.amount.rate', 'commission, override'],
    ['applies_to.team', 'commission, pool_part, override, seniority'],
  ])('%s', (path, expected) => {
    expect(shown(touches(PLAN, path))).toBe(expected);
  });
});

describe('beside another plan in force', () => {
  it('points and sign-ups are seen by totals over everybody', () => {
    expect(shown(touchedBeside(PLAN, handbook, 'products.MAIL.counts_on'))).toBe(
      'commission, pool_part, override, seniority',
    );
    expect(shown(touchedBeside(PLAN, handbook, 'components.phone_subsidy.amount'))).toBe('');
  });
});
