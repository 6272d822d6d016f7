/** One case of everything that can be wrong with the ledger. */
import { type Problem, problem } from '../../src/base/problem.js';
import { LEDGER_PROBLEMS as L } from '../../src/problems/ledger.js';
import { SIGNING_PROBLEMS as S } from '../../src/problems/signing.js';
import { VERIFY_PROBLEMS as V } from '../../src/problems/verify.js';

const APRIL = { file: 'months/2025-04' };
const SEAL = { file: 'ledger/2025-04' };
const SETTINGS = { file: 'telepay.yaml' };
const month = '2025-04';
const by = '王会计';

export const LEDGER_CASES: readonly Problem[] = [
  problem(L.seal_broken, { file: 'ledger/2025-04/state/debts.json' }, { detail: 'SHA-256 00ff' }),
  problem(L.chain_broken, { file: 'ledger/2025-05/manifest.json' }, { entry: '2025-05', before: '2025-04' }),
  problem(L.not_next, { file: 'months/2025-06' }, { month: '2025-06', next: '2025-05' }),
  problem(
    L.closed_otherwise,
    { file: 'ledger/2025-04' },
    { month: '2025-04', by: '王', changed: 'targets.csv', posted: undefined },
  ),
  problem(L.nothing_closed, { file: 'ledger' }, { quarter: '2025-Q2' }),
  problem(
    L.currency_changed,
    { file: 'rules/2026.01.yaml' },
    { here: 'EUR (2)', before: 'BGN (2)', month: '2025-12' },
  ),
  problem(L.month_before_open, { file: 'months/2025-04' }, { before: '2025-04' }),
  problem(L.quarter_incomplete, { file: 'ledger' }, { quarter: '2025-Q2', closed: 2 }),
  problem(L.few_scores, { file: 'ledger' }, { agent: 'A1', months: 2 }),
  problem(L.not_closed, APRIL, { month }),
  problem(L.later_month_gone, { file: 'months/2025-05' }, { month: '2025-05', missing: 'calls.csv' }),
  problem(
    L.later_month_refused,
    { file: 'months/2025-05' },
    { month: '2025-05', file: 'signups.csv', line: 7, code: 'E0305' },
  ),
  problem(L.closed_month_differs, APRIL, {
    month,
    changed: 'attendance.csv',
    amount: '-100.00',
    agents: 1,
    posted: undefined,
  }),
  problem(L.closed_month_changed, APRIL, { month, changed: 'attendance.csv', amount: '200.00', agents: 2 }),
  problem(L.closed_month_unreadable, APRIL, { month, changed: 'attendance.csv', errors: 3 }),
  problem(L.not_latest, SEAL, { month, latest: '2025-05' }),
  problem(L.exported_already, SEAL, { month, file: '2025-04-plain.csv', at: '2025-05-12T09:00:00.000Z' }),
  problem(L.corrected_since, SEAL, { month, entry: '0002-correct-2025-04' }),
  problem(S.no_private_key, { file: 'wang.pem' }, {}),
  problem(S.unknown_signer, SETTINGS, { by: '张三', known: [by, '李主管'] }),
  problem(S.unsigned, SETTINGS, { by }),
  problem(S.other_key, SETTINGS, { by }),
  problem(S.own_approval, SEAL, { month, by }),
  problem(S.not_approved, SEAL, { month, by }),
  problem(S.close_not_signed, SEAL, { month, by }),
  problem(V.foreign_file, { file: 'ledger/2025-04/months/notes.txt' }, {}),
  problem(V.signature_broken, { file: 'ledger/2025-04/manifest.sig' }, { by }),
  problem(V.unknown_head, { file: 'ledger' }, { given: '00ff00ff00ff00ff', head: '11ee11ee11ee11ee' }),
  problem(
    V.computed_otherwise,
    { file: 'ledger/2025-04/out/lines.csv' },
    { month, program: 'telepay 0.1.0' },
  ),
  problem(V.not_recomputed, APRIL, { month, missing: 'calls.csv' }),
  problem(V.other_program, SEAL, { month, sealed: 'telepay 0.1.0', now: 'telepay 0.2.0' }),
  problem(V.not_conserved, SEAL, {
    month,
    what: {
      en: 'A1: what is paid 10.00 ≠ the net, or nothing 9.00',
      zh: 'A1: 应发 10.00 ≠ 净额（负数为零） 9.00',
    },
  }),
];
