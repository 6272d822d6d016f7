/** Section 5 of the handbook: forced activation and refunds (C-3). */
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/base/exact.js';
import type { BillingRow, IncidentRow } from '../../src/input/records.js';
import {
  agent,
  amountsOf,
  bill,
  calculate,
  day,
  handbook,
  handbookWith,
  incident,
  month,
  type Parts,
  resultOf,
  S,
  signup,
  signupOf,
  time,
} from './department.js';

const forced = (signup_id: string, more: Partial<IncidentRow> = {}): IncidentRow =>
  incident('A1', 'forced_activation', { incident_id: `E-${signup_id}`, signup_id, ...more });

/** MAIL earns 4 points, so a forced one costs 40.00; its bill of 3 is refunded. */
const mail = (signup_id: string, customer_no = '130', agentId = 'A1') =>
  signup(agentId, 'MAIL', {
    signup_id,
    customer_no,
    signed_at: time(`2025-04-1${signup_id.slice(-1)} 09:00:00`),
  });

const agents = [agent('A1'), agent('A2')];
const finesOf = (parts: Parts, agentId = 'A1', plan = handbook): Record<string, string> =>
  amountsOf(calculate({ agents, ...parts }, plan), agentId);

describe('C-3: ten times the points, and the refund', () => {
  const row = (amount: string, more: Partial<BillingRow> = {}): Partial<BillingRow> => ({
    amount: decimal(amount),
    ...more,
  });
  const REFUNDS: readonly [string, readonly Partial<BillingRow>[], string | undefined][] = [
    ['one row', [row('3')], '3.00'],
    [
      'the sum of all rows, of every fee',
      [row('3'), row('2.5', { fee_type: 'usage' }), row('1', { fee_type: 'other' })],
      '6.50',
    ],
    ['rows of before the sign-up too', [row('3'), row('1.5', { bill_month: month('2025-03') })], '4.50'],
    ['cancelled rows too', [row('3', { status: 'cancelled', cancelled_on: day('2025-04-01') })], '3.00'],
    ['less what was credited', [row('5'), row('-3.5')], '1.50'],
    ['nothing billed', [], undefined],
    ['a sum of 0', [row('3'), row('-3')], undefined],
    ['less than nothing', [row('3'), row('-5')], undefined],
  ];
  it.each(REFUNDS)('%s', (_, rows, refund) => {
    const one = mail('S1');
    const billing = rows.map((more) => bill(one, more));
    expect(finesOf({ signups: [one], billing, incidents: [forced('S1')] })).toEqual({
      'forced_activation:E-S1': '40.00',
      ...(refund === undefined ? {} : { 'refund:E-S1': refund }),
    });
  });

  it('bills of another customer or product are not refunded', () => {
    const one = mail('S1');
    const billing = [
      bill({ customer_no: '131', product: 'MAIL' }),
      bill({ customer_no: '130', product: 'SMS_3' }),
    ];
    expect(finesOf({ signups: [one], billing, incidents: [forced('S1')] })).toEqual({
      'forced_activation:E-S1': '40.00',
    });
  });

  const REFUNDED: readonly ['yes' | 'no' | undefined, Record<string, string>][] = [
    ['yes', {}],
    ['no', { 'refund:E-S1': '3.00' }],
    [undefined, { 'refund:E-S1': '3.00' }],
  ];
  it.each(REFUNDED)('refunded already: %s', (refunded, expected) => {
    const one = mail('S1');
    const incidents = [forced('S1', refunded === undefined ? {} : { refunded })];
    expect(finesOf({ signups: [one], billing: [bill(one)], incidents })).toEqual({
      'forced_activation:E-S1': '40.00',
      ...expected,
    });
  });

  it.each(['no', 'pending'] as const)('upheld %s: nothing', (upheld) => {
    const one = mail('S1');
    const fines = finesOf({ signups: [one], billing: [bill(one)], incidents: [forced('S1', { upheld })] });
    expect(fines).toEqual({ 'product_commission:MAIL': '4.00' });
  });

  it('two incidents on one sign-up: fined and refunded once, by the earlier decision', () => {
    const one = mail('S1');
    const incidents = [
      forced('S1', { incident_id: 'E2', date: day('2025-04-20') }),
      forced('S1', { incident_id: 'E3', date: day('2025-04-19') }),
    ];
    expect(finesOf({ signups: [one], billing: [bill(one)], incidents })).toEqual({
      'forced_activation:E3': '40.00',
      'refund:E3': '3.00',
    });
  });

  it('on one day the incident with the lower id, as text, is the earlier', () => {
    const one = mail('S1');
    const incidents = [forced('S1', { incident_id: 'E9' }), forced('S1', { incident_id: 'E10' })];
    expect(finesOf({ signups: [one], billing: [bill(one)], incidents })).toEqual({
      'forced_activation:E10': '40.00',
      'refund:E10': '3.00',
    });
  });

  it('a duplicate is fined and stays a duplicate', () => {
    const parts = {
      signups: [mail('S1'), mail('S2')],
      billing: [bill(mail('S1'))],
      incidents: [forced('S2')],
    };
    expect(signupOf(calculate({ agents, ...parts }), 'S2').outcome).toBe('duplicate');
    // The first counts: 4.00; the next unit is worth 4 as well.
    expect(finesOf(parts)).toEqual({
      'product_commission:MAIL': '4.00',
      'forced_activation:E-S2': '40.00',
      'refund:E-S2': '3.00',
    });
  });

  it('the first and its duplicate: both fined, refunded once', () => {
    const incidents = [forced('S1'), forced('S2')];
    expect(finesOf({ signups: [mail('S1'), mail('S2')], billing: [bill(mail('S1'))], incidents })).toEqual({
      'forced_activation:E-S1': '40.00',
      'refund:E-S1': '3.00',
      'forced_activation:E-S2': '40.00',
    });
  });

  it('across agents: each is fined for his own, and the earlier decision alone refunds', () => {
    const signups = [mail('S1'), mail('S2', '130', 'A2')];
    const incidents = [
      forced('S1', { date: day('2025-04-22') }),
      forced('S2', { agent_id: 'A2', date: day('2025-04-21') }),
    ];
    const parts = { signups, billing: [bill(mail('S1'))], incidents };
    expect(finesOf(parts, 'A1')).toEqual({ 'forced_activation:E-S1': '40.00' });
    expect(finesOf(parts, 'A2')).toEqual({ 'forced_activation:E-S2': '40.00', 'refund:E-S2': '3.00' });
  });

  it('who was refunded already is not refunded again for the duplicate', () => {
    const incidents = [forced('S1', { refunded: 'yes' }), forced('S2', { date: day('2025-04-25') })];
    expect(finesOf({ signups: [mail('S1'), mail('S2')], billing: [bill(mail('S1'))], incidents })).toEqual({
      'forced_activation:E-S1': '40.00',
      'forced_activation:E-S2': '40.00',
    });
  });

  it('two customers are two refunds', () => {
    const signups = [mail('S1'), mail('S2', '131')];
    const billing = signups.map((one) => bill(one));
    const fines = finesOf({ signups, billing, incidents: [forced('S1'), forced('S2')] });
    expect(Object.keys(fines)).toHaveLength(4);
  });

  it('counts against an agent who left before the decision', () => {
    const one = mail('S1');
    const gone = { agents: [agent('A1', { left_on: day('2025-04-15') })] };
    const incidents = [forced('S1', { date: day('2025-04-28') })];
    expect(amountsOf(calculate({ ...gone, signups: [one], billing: [bill(one)], incidents }), 'A1')).toEqual({
      'forced_activation:E-S1': '40.00',
      'refund:E-S1': '3.00',
    });
  });

  it('classes: the fine is disciplinary, the refund a loss', () => {
    const one = mail('S1');
    const result = calculate({ agents, signups: [one], billing: [bill(one)], incidents: [forced('S1')] });
    const classes = resultOf(result, 'A1').lines.map((line) => [
      line.component,
      line.penalty?.class.value,
      line.clause,
    ]);
    expect(classes).toEqual([
      ['forced_activation', 'disciplinary', 'C-3'],
      ['refund', 'loss', 'C-3'],
    ]);
  });

  it('once per incident, and the refund once per sign-up, where the rule file says so', () => {
    const plan = handbookWith({
      'components.forced_activation.fine.once_per': `{ value: incident, ${S} }`,
      'components.refund.fine.once_per': `{ value: signup, ${S} }`,
    });
    const incidents = [forced('S1'), forced('S1', { incident_id: 'E-again' }), forced('S2')];
    expect(
      finesOf({ signups: [mail('S1'), mail('S2')], billing: [bill(mail('S1'))], incidents }, 'A1', plan),
    ).toEqual({
      'forced_activation:E-S1': '40.00',
      'forced_activation:E-again': '40.00',
      'forced_activation:E-S2': '40.00',
      'refund:E-S1': '3.00',
      'refund:E-S2': '3.00',
    });
  });
});

it('no file of incidents: no fines', () => {
  expect(finesOf({ signups: [mail('S1')], incidents: undefined })).toEqual({});
});
