/** Texts of files are shown as data: nothing in them can move the cursor, colour or reorder a line. */
import { describe, expect, it } from 'vitest';
import type { MonthResult } from '../../src/calc/month.js';
import { explainAgentText } from '../../src/report/explain-agent.js';
import { explainDayText } from '../../src/report/explain-day.js';
import { explainCustomerText, explainSignupText } from '../../src/report/explain-signup.js';
import {
  agent,
  attendance,
  bill,
  calculate,
  call,
  day,
  handbookTextWith,
  incident,
  lead,
  measured,
  planOf,
  resultOf,
  S,
  signup,
  target,
} from '../calc/department.js';

const EVIL = '\u001b[31m\u202Eevil\u0007\u2028';
/** It stands in the rule file as its escapes, which a reader of the file can see. */
const EVIL_YAML = 'EVIL';

const text = handbookTextWith({
  title: EVIL_YAML,
  'products.MAIL.name': EVIL_YAML,
  'products.MAIL.points': `{ value: 4, assumed: P-11, because: ${EVIL_YAML}, or: [${EVIL_YAML}] }`,
  'clauses.P-11': `{ about: ${EVIL_YAML}, fragment: ${EVIL_YAML} }`,
  'incidents.point_wrong.name': EVIL_YAML,
  measures: `{ collected: { name: ${EVIL_YAML}, when_absent: { value: zero, ${S} } } }`,
  'components.product_commission.name': EVIL_YAML,
  'components.bonus': `{ name: ${EVIL_YAML}, clause: P-2, column: allowances, amount: { rate: 1, of: collected, confirmed: { clause: P-2, by: ${EVIL_YAML}, on: 2025-04-01, document: ${EVIL_YAML} } } }`,
  'components.nothing': `{ name: ${EVIL_YAML}, clause: P-2, column: allowances, amount: { value: 0, ${S} } }`,
});
const plan = planOf(text.replaceAll('EVIL', '"\\e[31m\\u202Eevil\\a"'));

const at = (file: string) => ({ at: { file: `${file}${EVIL}.csv`, line: 2 } });
const [paid, forced] = [
  signup('A1', 'MAIL', { signup_id: `S1${EVIL}`, customer_no: EVIL, ...at('signups') }),
  signup('A1', 'MAIL', { signup_id: `S2${EVIL}`, customer_no: '2', ...at('signups') }),
];
const calls = [call('A1', '2025-04-10 09:00:00', EVIL, { call_id: EVIL, ...at('calls') })];
const result: MonthResult = calculate(
  {
    agents: [agent('A1', { name: EVIL, team: EVIL, ...at('agents') })],
    signups: [paid, forced],
    billing: [
      bill(paid, at('billing')),
      bill(forced, at('billing')),
      bill({ customer_no: EVIL, product: 'SMS_3' }, at('billing')),
    ],
    incidents: [
      incident('A1', 'forced_activation', {
        incident_id: EVIL,
        signup_id: forced.signup_id,
        ...at('incidents'),
      }),
      incident('A1', 'point_wrong', at('incidents')),
    ],
    attendance: [attendance('A1', '2025-04-10', at('attendance'))],
    calls,
    targets: [target('agent', 'A1', 1)],
    measures: [{ ...measured('A1', 'collected', '5'), ...at('measures') }],
    leads: [{ ...lead('A1', '2025-04-10', EVIL), ...at('leads') }],
  },
  plan,
);

const TEXTS: readonly [string, () => string][] = [
  ['an agent', () => explainAgentText(resultOf(result, 'A1'), result, {}, 'en')],
  ['an agent, in Chinese', () => explainAgentText(resultOf(result, 'A1'), result, {}, 'zh')],
  ['a day', () => explainDayText(resultOf(result, 'A1'), day('2025-04-10'), calls, plan, 'en')],
  ['a sign-up that counts', () => explainSignupText(judged(paid.signup_id), result, 'en')],
  ['a forced sign-up', () => explainSignupText(judged(forced.signup_id), result, 'en')],
  ['a customer', () => explainCustomerText(EVIL, result, calls, 'en') ?? ''],
];

function judged(id: string) {
  const found = result.signups.find((one) => one.row.signup_id === id);
  if (!found) throw new Error('no sign-up');
  return found;
}

describe('an explanation of', () => {
  it.each(TEXTS)('%s', (_, text) => {
    const shown = text();
    expect(shown).toContain('\\u{202e}evil');
    const lines = shown.split('\n');
    expect(lines.filter((line) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line))).toEqual([]);
  });
});
