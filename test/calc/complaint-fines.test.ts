/** Section 5 of the handbook: justified complaints (C-4). */
import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '../../src/input/records.js';
import {
  agent,
  amountsOf,
  bill,
  calculate,
  day,
  handbook,
  handbookWith,
  incident,
  type Parts,
  S,
  signup,
} from './department.js';

const mail = (signup_id: string, customer_no = '130') => signup('A1', 'MAIL', { signup_id, customer_no });
const forced = (signup_id: string, more: Partial<IncidentRow> = {}): IncidentRow =>
  incident('A1', 'forced_activation', { incident_id: `E-${signup_id}`, signup_id, ...more });
const finesOf = (parts: Parts, plan = handbook): Record<string, string> =>
  amountsOf(calculate({ agents: [agent('A1')], ...parts }, plan), 'A1');

describe('C-4: 1000 yuan for each justified complaint', () => {
  const complaint = (incident_id: string, more: Partial<IncidentRow>): IncidentRow =>
    incident('A1', 'complaint', { incident_id, cause: 'tariff_unexplained', ...more });

  const CASES: readonly [string, readonly IncidentRow[], readonly string[]][] = [
    ['tariff not explained', [complaint('E1', { signup_id: 'S1' })], ['E1']],
    ['forced activation', [complaint('E1', { signup_id: 'S1', cause: 'forced_activation' })], ['E1']],
    ['another cause', [complaint('E1', { signup_id: 'S1', cause: 'other' })], []],
    ['no cause', [incident('A1', 'complaint', { incident_id: 'E1', signup_id: 'S1' })], []],
    ['not upheld', [complaint('E1', { upheld: 'no' })], []],
    ['pending', [complaint('E1', { upheld: 'pending' })], []],
    [
      'two on one sign-up',
      [
        complaint('E1', { signup_id: 'S1' }),
        complaint('E2', { signup_id: 'S1', cause: 'forced_activation' }),
      ],
      ['E1'],
    ],
    [
      'the earlier decision',
      [complaint('E1', { signup_id: 'S1', date: day('2025-04-21') }), complaint('E2', { signup_id: 'S1' })],
      ['E2'],
    ],
    [
      'two sign-ups',
      [complaint('E1', { signup_id: 'S1' }), complaint('E2', { signup_id: 'S2' })],
      ['E1', 'E2'],
    ],
    ['two without a sign-up are two cases', [complaint('E1', {}), complaint('E2', {})], ['E1', 'E2']],
    [
      'one with another cause does not use up the sign-up',
      [complaint('E1', { signup_id: 'S1', cause: 'other' }), complaint('E2', { signup_id: 'S1' })],
      ['E2'],
    ],
    [
      'nor does one that was not upheld',
      [complaint('E1', { signup_id: 'S1', upheld: 'no' }), complaint('E2', { signup_id: 'S1' })],
      ['E2'],
    ],
    [
      'the first of a customer and its duplicate are two',
      [complaint('E1', { signup_id: 'S1' }), complaint('E2', { signup_id: 'S3' })],
      ['E1', 'E2'],
    ],
  ];
  it.each(CASES)('%s', (_, incidents, fined) => {
    const signups = [mail('S1'), mail('S2', '131'), mail('S3')];
    const fines = finesOf({ signups, incidents });
    expect(fines).toEqual(Object.fromEntries(fined.map((id) => [`complaint:${id}`, '1000.00'])));
  });

  const one = mail('S1');
  const both: Parts = {
    signups: [one],
    billing: [bill(one)],
    incidents: [forced('S1'), complaint('E1', { signup_id: 'S1', cause: 'forced_activation' })],
  };
  const C3 = { 'forced_activation:E-S1': '40.00', 'refund:E-S1': '3.00' };
  const notOnTop = handbookWith({ 'components.complaint.fine.on_top_of_forced': `{ value: no, ${S} }` });

  it('comes on top of C-3', () => {
    expect(finesOf(both)).toEqual({ ...C3, 'complaint:E1': '1000.00' });
  });

  it('or not, where the rule file says so', () => {
    expect(finesOf(both, notOnTop)).toEqual(C3);
  });

  it('then still fines complaints about sign-ups that are not forced, or name none', () => {
    const incidents = [
      forced('S1', { upheld: 'pending' }),
      complaint('E1', { signup_id: 'S1' }),
      complaint('E2', {}),
    ];
    expect(finesOf({ signups: [one], incidents }, notOnTop)).toEqual({
      'complaint:E1': '1000.00',
      'complaint:E2': '1000.00',
    });
  });

  it('the causes are data', () => {
    const any = handbookWith({ 'components.complaint.fine.causes': undefined });
    const incidents = [
      incident('A1', 'complaint', { incident_id: 'E1' }),
      complaint('E2', { cause: 'other' }),
    ];
    expect(finesOf({ incidents }, any)).toEqual({
      'complaint:E1': '1000.00',
      'complaint:E2': '1000.00',
    });
  });
});
