/** Every code means one thing, in both languages, and has a golden example of its words. */
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/base/problem.js';
import { problem } from '../src/base/problem.js';
import { CALC_PROBLEMS } from '../src/problems/calc.js';
import { INPUT_PROBLEMS } from '../src/problems/input.js';
import { LEDGER_PROBLEMS } from '../src/problems/ledger.js';
import { RULE_PROBLEMS } from '../src/problems/rules.js';
import { WORKSPACE_PROBLEMS } from '../src/problems/workspace.js';
import { YAML_PROBLEMS } from '../src/problems/yaml.js';
import { renderProblem } from '../src/report/problem-text.js';

const CATALOGUES = [
  INPUT_PROBLEMS,
  YAML_PROBLEMS,
  RULE_PROBLEMS,
  CALC_PROBLEMS,
  WORKSPACE_PROBLEMS,
  LEDGER_PROBLEMS,
];
const kinds = CATALOGUES.flatMap((catalogue) => Object.entries(catalogue));

describe('the catalogue', () => {
  it('uses every code once', () => {
    const codes = kinds.map(([, kind]) => kind.code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it.each(kinds)('%s: E for errors, W for warnings', (_, kind) => {
    expect(kind.code).toMatch(kind.severity === 'error' ? /^E\d{4}$/ : /^W\d{4}$/);
  });
});

const AGENTS = { file: 'agents.csv', line: 3, column: 1 };
const C = CALC_PROBLEMS;
const W = WORKSPACE_PROBLEMS;
const L = LEDGER_PROBLEMS;
const agent = 'A1';
const test = { en: 'typing test', zh: '打字测试' };

/** One case of every kind that exports and rule files have no example of. */
const CASES: readonly Problem[] = [
  problem(C.no_monthly_base, AGENTS, { agent, component: 'absence' }),
  problem(C.measure_absent, AGENTS, { agent, measure: 'collected', component: 'bonus' }),
  problem(
    C.no_minutes,
    { file: 'attendance.csv', line: 9 },
    { agent, date: '2025-04-03', component: 'late' },
  ),
  problem(C.not_whole_units, AGENTS, { agent, component: 'bonus', quantity: '10.5' }),
  problem(C.negative_amount, AGENTS, { agent, component: 'bonus', amount: '-12' }),
  problem(C.no_target, AGENTS, { agent }),
  problem(C.no_team_target, AGENTS, { team: '一班', component: 'team_leader_allowance' }),
  problem(C.no_test, AGENTS, { agent, test }),
  problem(
    C.contested,
    { file: 'signups.csv', line: 7 },
    { signup: 'S2', agent, first: 'S1', first_agent: 'A2' },
  ),
  problem(C.negative_net, AGENTS, { agent, net: '-516.50', carried: true }),
  problem(C.guard_exceeded, AGENTS, {
    agent,
    penalties: '60.00',
    room: '40.00',
    blocked: '20.00',
    enforced: true,
  }),
  problem(C.no_funnel, { file: 'activity.csv' }, {}),
  problem(C.absent_person, AGENTS, { agent, team: '一班' }),
  problem(W.no_workspace, { file: 'demo' }, { folder: 'demo' }),
  problem(W.no_month, { file: 'months/2025-07' }, { month: '2025-07', known: '2025-04, 2025-05' }),
  problem(W.not_a_month, { file: 'April' }, { given: 'April' }),
  problem(W.not_a_quarter, { file: '2025-Q5' }, { given: '2025-Q5' }),
  problem(
    W.no_such_part,
    { file: 'months/2025-04' },
    { kind: { en: 'component', zh: '项目' }, given: 'bonus', known: 'base_commission, score' },
  ),
  problem(W.locked, { file: 'out/.2025-04.lock' }, { pid: '4711', host: 'office-3' }),
  problem(W.reserved_folder, { file: 'months/reports' }, { folder: 'months/reports' }),
  problem(W.foreign_files, { file: 'reports/notes.txt' }, { folder: 'reports', file: 'notes.txt' }),
  problem(W.held_open, { file: 'out/2025-04/payroll.csv' }, { file: 'out/2025-04/payroll.csv' }),
  problem(W.io, { file: 'out' }, { code: 'ENOSPC', reason: { en: 'the disk is full', zh: '磁盘已满' } }),
  problem(
    W.usage,
    { file: 'telepay' },
    { what: { en: 'the month is missing', zh: '缺少月份' }, command: 'run' },
  ),
  problem(
    W.unknown_setting,
    { file: 'telepay.yaml', line: 2, column: 1 },
    { key: 'langauge', known: ['language', 'rules'], near: 'language' },
  ),
  problem(
    W.bad_setting,
    { file: 'telepay.yaml', line: 1, column: 11 },
    { key: 'language', expected: 'en | zh', near: undefined },
  ),
  problem(W.not_empty, { file: 'shop/telepay.yaml' }, { folder: 'shop', file: 'telepay.yaml' }),
  problem(
    W.not_found,
    { file: 'months/2025-04' },
    { kind: { en: 'agent', zh: '工号' }, given: '12', month: '2025-04', near: '0012' },
  ),
  problem(W.strict_warnings, { file: 'months/2025-04' }, { count: 3 }),
  problem(
    W.strict_assumed,
    { file: 'rules/2025.04.yaml', line: 52, column: 62 },
    { path: 'products.SECRETARY.points.bands.1.pays', value: '1.5', clause: 'P-4' },
  ),
  problem(W.provisional, { file: 'months/2025-04' }, {}),
  problem(L.seal_broken, { file: 'ledger/2025-04/state/debts.json' }, { detail: 'SHA-256 00ff' }),
  problem(L.chain_broken, { file: 'ledger/2025-05/manifest.json' }, { month: '2025-05', before: '2025-04' }),
  problem(L.not_next, { file: 'months/2025-06' }, { month: '2025-06', next: '2025-05' }),
  problem(
    L.closed_otherwise,
    { file: 'ledger/2025-04' },
    { month: '2025-04', by: '王', changed: 'targets.csv' },
  ),
  problem(L.nothing_closed, { file: 'ledger' }, { quarter: '2025-Q2' }),
  problem(L.month_before_open, { file: 'months/2025-04' }, { before: '2025-04' }),
  problem(L.quarter_incomplete, { file: 'ledger' }, { quarter: '2025-Q2', closed: 2 }),
  problem(L.few_scores, { file: 'ledger' }, { agent, months: 2 }),
];

const MESSAGES = resolve('fixtures/messages');

describe('golden examples', () => {
  it('stand for every kind that has none among the exports and the rule files', () => {
    const codes = [C, W, L].flatMap((catalogue) => Object.values(catalogue).map((kind) => kind.code));
    expect(CASES.map((one) => one.code).toSorted()).toEqual(codes.toSorted());
  });

  it.each(CASES.map((one) => [one.code, one] as const))('%s', async (code, one) => {
    const text = [renderProblem(one, 'en'), renderProblem(one, 'zh'), ''].join('\n');
    await expect(text).toMatchFileSnapshot(join(MESSAGES, `${code}.txt`));
  });
});
