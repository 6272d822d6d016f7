/** Every code means one thing, in both languages, and has a golden example of its words. */
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Problem, problem, type Severity } from '../../src/base/problem.js';
import { CALC_PROBLEMS } from '../../src/problems/calc.js';
import { INPUT_PROBLEMS } from '../../src/problems/input.js';
import { LEDGER_PROBLEMS } from '../../src/problems/ledger.js';
import { LINT_PROBLEMS } from '../../src/problems/lint.js';
import { OPENING_PROBLEMS } from '../../src/problems/opening.js';
import { PAYROLL_PROBLEMS } from '../../src/problems/payroll.js';
import { DRY_RUN_PROBLEMS } from '../../src/problems/dry-run.js';
import { EDIT_PROBLEMS } from '../../src/problems/rule-edits.js';
import { RULE_PROBLEMS } from '../../src/problems/rules.js';
import { TABLE_PROBLEMS } from '../../src/problems/rule-tables.js';
import { SIGNING_PROBLEMS } from '../../src/problems/signing.js';
import { VERIFY_PROBLEMS } from '../../src/problems/verify.js';
import { WORKSPACE_PROBLEMS } from '../../src/problems/workspace.js';
import { YAML_PROBLEMS } from '../../src/problems/yaml.js';
import { renderProblem } from '../../src/report/problem-text.js';
import { EDIT_CASES } from './edit-cases.js';
import { LEDGER_CASES } from './ledger-cases.js';
import { OPENING_CASES } from './opening-cases.js';
import { PAYROLL_CASES } from './payroll-cases.js';
import { SHARING_CASES } from './sharing-cases.js';
import { TABLE_CASES } from './table-cases.js';

const CATALOGUES: readonly Readonly<
  Record<string, { readonly code: string; readonly severity: Severity }>
>[] = [
  INPUT_PROBLEMS,
  YAML_PROBLEMS,
  RULE_PROBLEMS,
  CALC_PROBLEMS,
  WORKSPACE_PROBLEMS,
  LEDGER_PROBLEMS,
  SIGNING_PROBLEMS,
  VERIFY_PROBLEMS,
  PAYROLL_PROBLEMS,
  OPENING_PROBLEMS,
  LINT_PROBLEMS,
  DRY_RUN_PROBLEMS,
  EDIT_PROBLEMS,
  TABLE_PROBLEMS,
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
const agent = 'A1';
const test = { en: 'typing test', zh: '打字测试' };

/** One case of every kind of the calculation, the ledger and payroll files; all others have examples of their own. */
const CASES: readonly Problem[] = [
  problem(C.no_monthly_base, AGENTS, { agent, component: 'absence' }),
  problem(C.measure_unknown, AGENTS, {
    agent: 'A1',
    component: 'quarter_bonus',
    measure: 'revenue',
    why: { en: 'no closed month gives it', zh: '已结账月份中没有' },
  }),
  problem(C.no_base_for_floor, AGENTS, { agent }),
  problem(
    C.base_counted_twice,
    { file: 'rules/2025.04.yaml', line: 479, column: 15 },
    { agent, component: 'base' },
    { value: 'base' },
  ),
  problem(C.paid_not_employed, AGENTS, { agent, component: 'allowance' }),
  problem(C.week_without_person, { file: 'agents.csv' }, { agent, from: '2025-04-30' }),
  problem(C.first_week_cut, { file: 'months/2025-04' }, { month: '2025-04' }),
  problem(C.divides_by_zero, AGENTS, {
    agent,
    component: 'bonus',
    why: { en: 'counted / target divides by zero', zh: 'counted / target 的除数为零' },
  }),
  problem(C.measure_absent, AGENTS, { agent, measure: 'collected', component: 'bonus' }),
  problem(
    C.no_minutes,
    { file: 'attendance.csv', line: 9 },
    { agent, date: '2025-04-03', component: 'late' },
  ),
  problem(
    C.row_incomplete,
    { file: 'attendance.csv', line: 9 },
    {
      agent,
      component: 'late',
      why: { en: 'attendance.csv:9 gives no minutes', zh: 'attendance.csv 第 9 行没有填 minutes' },
    },
  ),
  problem(
    C.calls_not_in_activity,
    { file: 'activity.csv' },
    { measure: 'inbound', name: { en: 'inbound calls', zh: '呼入通话' } },
  ),
  problem(C.not_whole_units, AGENTS, {
    agent,
    component: 'bonus',
    quantity: '10.5',
    from: 'from: 101',
    above: 'above: 100',
  }),
  problem(
    C.negative_dropped,
    { file: 'measures.csv', line: 7 },
    {
      agent,
      component: 'bonus',
      sum: '-1200.5',
      rows: [7, 9, 11, 13, 15, 17].map((line) => `measures.csv:${line}`),
    },
  ),
  problem(C.negative_amount, AGENTS, { agent, component: 'bonus', amount: '-12' }),
  ...SHARING_CASES,
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
  ...LEDGER_CASES,
  ...PAYROLL_CASES,
  ...OPENING_CASES,
  ...EDIT_CASES,
  ...TABLE_CASES,
];

const MESSAGES = resolve('fixtures/messages');

/** The catalogues whose kinds have their examples here. */
const GOLDEN: typeof CATALOGUES = [
  C,
  LEDGER_PROBLEMS,
  SIGNING_PROBLEMS,
  VERIFY_PROBLEMS,
  PAYROLL_PROBLEMS,
  OPENING_PROBLEMS,
  DRY_RUN_PROBLEMS,
  EDIT_PROBLEMS,
  TABLE_PROBLEMS,
];

describe('golden examples', () => {
  it('stand for every kind of the calculation, the ledger and payroll files', () => {
    const codes = GOLDEN.flatMap((kinds) => Object.values(kinds)).map(({ code }) => code);
    expect(CASES.map((one) => one.code).toSorted()).toEqual(codes.toSorted());
  });

  it.each(CASES.map((one) => [one.code, one] as const))('%s', async (code, one) => {
    const text = [renderProblem(one, 'en'), renderProblem(one, 'zh'), ''].join('\n');
    await expect(text).toMatchFileSnapshot(join(MESSAGES, `${code}.txt`));
  });
});
