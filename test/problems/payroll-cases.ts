/** One case of every kind of problem that payroll files have. */
import { type Problem, problem } from '../../src/base/problem.js';
import { PAYROLL_PROBLEMS as P } from '../../src/problems/payroll.js';

const SETTINGS = { file: 'telepay.yaml' };
const AGENTS = { file: 'months/2025-04/agents.csv' };
const file = 'out/2025-04-export/2025-04-bank.csv';
const ENTRY = { file: 'ledger/0002-export-2025-04' };
const agent = 'A1';
const EARLIER = {
  month: '2025-04',
  template: 'bank',
  by: '李出纳',
  at: '2025-05-11T08:00:00.000Z',
  control_total: '105.00',
};

export const PAYROLL_CASES: readonly Problem[] = [
  problem(P.not_closed, { file: 'months/2025-05' }, { month: '2025-05' }),
  problem(P.unknown_template, SETTINGS, { name: 'bnak', known: ['plain', 'items', 'bank'], near: 'bank' }),
  problem(P.unknown_field, SETTINGS, {
    template: 'bank',
    header: '账号',
    field: '银行帐号',
    known: ['agent_id', 'paid', '银行账号'],
    near: ['银行账号'],
  }),
  problem(P.no_amount, SETTINGS, { template: 'bank', field: 'paid' }),
  problem(P.no_value, AGENTS, { agent, paid: '105.00', header: '账号', field: '银行账号' }),
  problem(P.inexact_money, AGENTS, { agent, header: '金额', amount: '12.5', decimals: 0 }),
  problem(P.not_encodable, AGENTS, { agent, header: '户名', text: '王\ue5e5', encoding: 'gb18030' }),
  problem(P.not_exported, { file }, { file }),
  problem(P.exported_before, ENTRY, EARLIER),
  problem(P.exported_otherwise, ENTRY, EARLIER),
];
