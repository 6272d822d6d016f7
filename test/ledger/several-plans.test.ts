/** A firm with two plans at once, over months: each is paid, corrected and verified by his own. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/commands/explain.js';
import { grade } from '../../src/commands/grade.js';
import { month as monthOf } from '../calc/rows.js';
import {
  billed,
  day,
  errorsOf,
  expectDone,
  incident,
  person,
  rules,
  type Sheets,
  sign,
  SmallLedger,
  sold,
  target,
  together,
  told,
} from './small-ledger.js';

const APRIL = '2025-04';
const MAY = '2025-05';

/** Team T: a mail is 4 points of 1 yuan, a day at work pays 100. */
const PLAN_T = rules({ version: '"T-1"', applies_to: '{ team: [T] }' });
/** Team B: a mail is 10 points of 2 yuan, a day at work pays 70; there are boxes, of 3 points. */
const B_CHANGES = {
  'products.MAIL.points': '{ value: 10, stated: P-11 }',
  'products.BOX':
    '{ name: Box, clause: P-11, counts_on: { value: rent, stated: P-11 }, points: { value: 3, stated: P-11 } }',
  'components.product_commission.yuan_per_point': '{ value: 2, stated: P-3 }',
  'components.base_commission.amount': '{ value: 70, stated: P-2 }',
};
const PLAN_B = rules({ version: '"B-1"', applies_to: '{ team: [B] }', ...B_CHANGES });

function firm(): SmallLedger {
  const ledger = new SmallLedger(PLAN_T);
  ledger.write('rules/2025.04-B.yaml', PLAN_B);
  return ledger;
}

const inT = (month: string): Sheets => together(person('A1'), day('A1', `${month}-07`));
const inB = (id: string, month: string): Sheets =>
  together(person(id, { team: 'B' }), day(id, `${month}-07`));

describe('a month', () => {
  const month = together(
    inT(APRIL),
    inB('B1', APRIL),
    sold('A1', 'MAIL', APRIL, 2),
    sold('B1', 'MAIL', APRIL, 2),
  );

  it('pays each by his own plan, and says which one that was', async () => {
    const ledger = firm().month(APRIL, month);
    expectDone(await ledger.run(APRIL));
    // 2 × 4 × 1, and 2 × 10 × 2.
    expect(ledger.payroll(APRIL, 'A1')).toMatchObject({
      base_commission: '100.00',
      product_commission: '8.00',
    });
    expect(ledger.payroll(APRIL, 'B1')).toMatchObject({
      base_commission: '70.00',
      product_commission: '40.00',
    });
    const versions = ledger
      .report(APRIL, 'payroll.csv')
      .map((row) => [row['agent_id'], row['rules_version']]);
    expect(versions).toEqual([
      ['A1', 'T-1'],
      ['B1', 'B-1'],
      ['Z', 'T-1'],
    ]);
    const summary: unknown = JSON.parse(ledger.read(`out/${APRIL}/summary.json`));
    expect(summary).toMatchObject({
      rules: { version: 'B-1', file: 'rules/2025.04-B.yaml' },
      other_rules: [{ version: 'T-1', file: 'rules/2025.04.yaml' }],
    });
  });

  it('explains each by his own plan', async () => {
    const ledger = firm().month(APRIL, month);
    const about = async (agent: string): Promise<string> => {
      const { text } = await explain({
        workspace: ledger.workspace,
        month: monthOf(APRIL),
        rules: undefined,
        provisional: false,
        question: { kind: 'agent', agent, focus: {} },
        language: 'en',
      });
      return text;
    };
    expect(await about('A1')).toContain('products.MAIL.points = 4');
    expect(await about('B1')).toContain('products.MAIL.points = 10');
    expect(await about('B1')).toContain('B-1');
  });

  it.each([
    ['a team that no plan is for', person('C1', { team: 'C' }), 'E0340'],
    ['a product of the other plan', sold('A1', 'BOX', APRIL, 1), 'E0342'],
  ])('is refused for %s', async (_, more, code) => {
    const ledger = firm().month(APRIL, together(month, more));
    const result = await ledger.run(APRIL);
    expect(errorsOf(result)).toEqual([code]);
  });

  it('is refused where two plans are for somebody, unless one replaces the other', async () => {
    const ledger = firm().month(MAY, together(inT(MAY), inB('B1', MAY)));
    const next = { version: '"2025.05"', effective_from: '2025-05-01' };
    ledger.write('rules/2025.05.yaml', rules(next));
    expect(errorsOf(await ledger.run(MAY))).toEqual(['E0341']);
    ledger.write('rules/2025.05.yaml', rules({ ...next, replaces: '[T-1, B-1]' }));
    expectDone(await ledger.run(MAY));
    expect(ledger.payroll(MAY, 'B1')).toMatchObject({ base_commission: '100.00' });
  });

  it('takes a named file in place of the one that is for the same people', async () => {
    const ledger = firm().month(APRIL, month);
    ledger.write('draft.yaml', rules({ version: '"draft"', applies_to: '{ team: [B] }' }));
    expectDone(await ledger.run(APRIL, { rules: join(ledger.folder, 'draft.yaml') }));
    const versions = ledger
      .report(APRIL, 'payroll.csv')
      .map((row) => [row['agent_id'], row['rules_version']]);
    expect(versions).toEqual([
      ['A1', 'T-1'],
      ['B1', 'draft'],
      ['Z', 'T-1'],
    ]);
  });
});

describe('before the first month and after the quarter', () => {
  it('opens with what either plan left, and pays what comes late by the plan of each', async () => {
    const ledger = firm();
    ledger.write('rules/2025.04.yaml', PLAN_T.replace('2025-04-01', '2025-03-01'));
    ledger.write('rules/2025.04-B.yaml', PLAN_B.replace('2025-04-01', '2025-03-01'));
    const unbilledOf = (agent: string): string =>
      `LATE-${agent},${agent},2025-03-20 10:00:00,c-LATE-${agent},MAIL,unbilled,,0`;
    expectDone(
      await ledger.open(APRIL, {
        'agents.csv': [
          'agent_id,name,team,role,hired_on',
          'A1,A,T,agent,2024-01-01',
          'B1,B,B,agent,2024-01-01',
        ],
        'debts.csv': ['agent_id,amount', 'A1,1.50', 'B1,2.50'],
        'signups.csv': [
          'signup_id,agent_id,signed_at,customer_no,product,outcome,points,billed',
          unbilledOf('A1'),
          unbilledOf('B1'),
        ],
      }),
    );
    const late = together(billed('LATE-A1', 'MAIL', APRIL), billed('LATE-B1', 'MAIL', APRIL));
    expectDone(await ledger.month(APRIL, together(inT(APRIL), inB('B1', APRIL), late)).run(APRIL));
    // 4 points of 1 yuan, and 10 of 2.
    expect(ledger.payroll(APRIL, 'A1')).toMatchObject({ prior_period: '4.00', debt_in: '1.50' });
    expect(ledger.payroll(APRIL, 'B1')).toMatchObject({ prior_period: '20.00', debt_in: '2.50' });
    expectDone(await ledger.close(APRIL));
    expectDone(await ledger.verify());
  });

  it('grades each by his own plan, among those who share it', async () => {
    const ledger = firm();
    // Only half of those with plan B may have four stars; of plan T there are three people, of B two.
    const half = { 'grades.levels.four_star.quota.at_most': '{ value: 50%, stated: G-2 }' };
    const fourFromSeventy = { 'grades.levels.four_star.mean_from': '{ value: 70, stated: G-2 }' };
    const three = { 'grades.levels.three_star.mean_from': '{ value: 65, stated: G-3 }' };
    const scope = { version: '"B-1"', applies_to: '{ team: [B] }' };
    ledger.write(
      'rules/2025.04-B.yaml',
      rules({ ...scope, ...B_CHANGES, ...half, ...fourFromSeventy, ...three }),
    );
    // 40 × 4/8 + 50 = 70 for A1 and B1, 40 × 5/8 + 50 = 75 for B2.
    const april = together(
      inT(APRIL),
      inB('B1', APRIL),
      inB('B2', APRIL),
      sold('A1', 'MAIL', APRIL, 4),
      sold('B1', 'MAIL', APRIL, 4),
      sold('B2', 'MAIL', APRIL, 5),
      ...['A1', 'B1', 'B2'].map((agent) => target(agent, 8)),
    );
    await ledger.closing({ [APRIL]: april });
    const { workspace } = ledger;
    expectDone(await grade({ workspace, quarter: '2025-Q2', language: { messages: 'en', files: 'en' } }));
    const grades = ledger.report('2025-Q2', 'grades.csv').map((row) => [row['agent_id'], row['grade']]);
    expect(grades.filter(([agent]) => agent !== 'Z')).toEqual([
      ['A1', 'three_star'],
      ['B1', 'three_star'],
      ['B2', 'four_star'],
    ]);
  });
});

describe('closed months', () => {
  const april = together(
    inT(APRIL),
    inB('B1', APRIL),
    sold('A1', 'MAIL', APRIL, 1),
    sold('B1', 'MAIL', APRIL, 1),
    sign('LATE-A', 'A1', 'MAIL', `${APRIL}-20`),
    sign('LATE-B', 'B1', 'MAIL', `${APRIL}-20`),
  );
  const lateBills = together(billed('LATE-A', 'MAIL', APRIL), billed('LATE-B', 'MAIL', APRIL));

  it('seals every rule file, and comes out the same again', async () => {
    const ledger = await firm().closing({ [APRIL]: april });
    const entry = join(ledger.folder, 'ledger', APRIL);
    expect(readFileSync(join(entry, 'rules.yaml'), 'utf8')).toBe(PLAN_B);
    expect(readFileSync(join(entry, 'rules-2.yaml'), 'utf8')).toBe(PLAN_T);
    // The same rules again are no change; other ones are.
    expectDone(await ledger.close(APRIL));
    const verified = expectDone(await ledger.verify());
    expect(verified.data).toMatchObject({ whole: true, entries: [{ computed_again: 'same' }] });
  });

  it('keeps the entries of one plan as they were', async () => {
    const ledger = await new SmallLedger().closing({ [APRIL]: inT(APRIL) });
    const entry = join(ledger.folder, 'ledger', APRIL);
    expect(readFileSync(join(entry, 'manifest.json'), 'utf8')).not.toContain('other_rules');
    expect(existsSync(join(entry, 'rules-2.yaml'))).toBe(false);
    expect(ledger.read(`ledger/${APRIL}/out/summary.json`)).not.toContain('other_rules');
  });

  it('pays late evidence by the plan that the sign-up was closed with', async () => {
    const ledger = await firm().closing({ [APRIL]: april });
    ledger.month(MAY, together(inT(MAY), inB('B1', MAY), lateBills));
    expectDone(await ledger.run(MAY));
    // One more mail each: 4 × 1, and 10 × 2.
    expect(ledger.payroll(MAY, 'A1')).toMatchObject({ prior_period: '4.00' });
    expect(ledger.payroll(MAY, 'B1')).toMatchObject({ prior_period: '20.00' });
  });

  it('pays it so to those who have changed their teams meanwhile, and their month by the new plan', async () => {
    const moved = together(
      person('A1', { team: 'B' }),
      day('A1', `${MAY}-07`),
      person('B1'),
      day('B1', `${MAY}-07`),
      lateBills,
    );
    const ledger = await firm().closing({
      [APRIL]: april,
      [MAY]: together(moved, sold('A1', 'BOX', MAY, 1)),
    });
    const payroll = (agent: string) => {
      expect(ledger.report(MAY, 'payroll.csv').length).toBe(3);
      return ledger.payroll(MAY, agent);
    };
    expectDone(await ledger.run(MAY));
    // A1: 4 × 1 for the late mail; a box of 3 × 2; B1: 10 × 2 for the late mail.
    expect(payroll('A1')).toMatchObject({
      base_commission: '70.00',
      prior_period: '4.00',
      product_commission: '6.00',
    });
    expect(payroll('B1')).toMatchObject({ base_commission: '100.00', prior_period: '20.00' });
    expect(expectDone(await ledger.verify()).data).toMatchObject({
      entries: [{ computed_again: 'same' }, { computed_again: 'same' }],
    });
  });

  it('takes back a forced sign-up at what its own plan paid for it', async () => {
    const ledger = await firm().closing({ [APRIL]: april });
    const sale = `${APRIL}-A1-MAIL-1`;
    const forced = incident('E1', 'A1', `${MAY}-20`, 'forced_activation', sale);
    ledger.month(MAY, together(person('A1', { team: 'B' }), day('A1', `${MAY}-07`), inB('B1', MAY), forced));
    expectDone(await ledger.run(MAY));
    // 4 points of 1 yuan, though A1's plan of May would say 10 × 2; the fine is ten times that.
    expect(ledger.payroll(MAY, 'A1')).toMatchObject({ clawbacks: '4.00' });
  });

  it('corrects a month by the plan of each, and posts it into the open one', async () => {
    const ledger = await firm().closing({ [APRIL]: april });
    ledger.month(APRIL, together(april, sold('A1', 'MAIL', APRIL, 1, 2), sold('B1', 'MAIL', APRIL, 2, 2)));
    expectDone(await ledger.correct(APRIL));
    ledger.month(MAY, together(inT(MAY), inB('B1', MAY)));
    expectDone(await ledger.close(MAY));
    expectDone(await ledger.run(MAY));
    // 1 × 4 × 1, and 2 × 10 × 2.
    expect(ledger.posted(MAY)).toEqual([
      'A1 correction:2:2025-04:product_commission:MAIL 4.00',
      'B1 correction:2:2025-04:product_commission:MAIL 40.00',
    ]);
    expectDone(await ledger.verify());
  });

  it('corrects a month by another version of one of the plans alone', async () => {
    const ledger = await firm().closing({ [APRIL]: april });
    ledger.write('rules/2025.04-B.yaml', PLAN_B.replace('value: 70', 'value: 75'));
    ledger.month(MAY, together(inT(MAY), inB('B1', MAY)));
    // The other one of the two files did not change.
    expect(told(await ledger.run(MAY), 'W').join('\n')).toContain('rules/2025.04-B.yaml');
    expectDone(await ledger.correct(APRIL));
    expectDone(await ledger.run(MAY));
    expect(ledger.posted(MAY)).toEqual(['B1 correction:2:2025-04:base_commission 5.00']);
    expectDone(await ledger.verify());
  });

  it('notices that a rule file is gone', async () => {
    const ledger = await firm().closing({ [APRIL]: together(inT(APRIL)) });
    ledger.write('rules/2025.04-B.yaml', PLAN_B.replace('2025-04-01', '2025-07-01'));
    expect(errorsOf(await ledger.close(APRIL))).not.toEqual([]);
  });

  it('opens again and closes otherwise', async () => {
    const ledger = await firm().closing({ [APRIL]: april });
    expectDone(await ledger.reopen(APRIL));
    ledger.write('rules/2025.04-B.yaml', PLAN_B.replace('value: 70', 'value: 75'));
    expectDone(await ledger.close(APRIL));
    expectDone(await ledger.run(APRIL));
    expect(ledger.payroll(APRIL, 'B1')).toMatchObject({ base_commission: '75.00' });
    expectDone(await ledger.verify());
  });

  it('asks for the row of somebody who left, where his last team has no plan any more', async () => {
    const ledger = await firm().closing({ [APRIL]: april });
    ledger.write('rules/2025.04-B.yaml', PLAN_B);
    ledger.write(
      'rules/2025.05-C.yaml',
      rules({
        version: '"C-1"',
        effective_from: '2025-05-01',
        applies_to: '{ team: [C] }',
        replaces: '[B-1]',
      }),
    );
    ledger.month(MAY, together(inT(MAY), lateBills));
    expect(told(await ledger.run(MAY), 'E')).toEqual([
      'E0340 agents.csv: no rule file in force is for "B1": not T-1, C-1',
    ]);
    ledger.month(MAY, together(inT(MAY), person('B1', { team: 'C', left: '2025-04-30' }), lateBills));
    expectDone(await ledger.run(MAY));
    expect(ledger.payroll(MAY, 'B1')).toEqual({ prior_period: '20.00', net: '20.00', paid: '20.00' });
    expect(expectDone(await ledger.close(MAY)).refused).toBe(false);
    expectDone(await ledger.verify());
  });
});
