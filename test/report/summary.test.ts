/** summary.json and the terminal's summary: totals, counts, what pay rests on. */
import { describe, expect, it } from 'vitest';
import { ProblemLog } from '../../src/base/problem-log.js';
import { OUTCOMES } from '../../src/calc/outcomes.js';
import { CALC_PROBLEMS } from '../../src/problems/calc.js';
import { type SummaryOrigin, summaryOf } from '../../src/report/summary.js';
import { summaryText } from '../../src/report/summary-text.js';
import {
  agent,
  bill,
  calculate,
  handbookWith,
  incident,
  type Parts,
  sales,
  signup,
  test,
  together,
} from '../calc/department.js';

const ORIGIN: SummaryOrigin = {
  program: 'telepay 1.2.3',
  rules: [{ version: '2025.04', file: 'rules/2025.04.yaml', sha256: 'aa' }],
  settings_sha256: undefined,
  files: [
    {
      file: 'agents.csv',
      encoding: 'gb18030',
      sha256: 'bb',
      bytes: 7,
      rows: 3,
      used: 2,
      reported: 0,
      set_aside: 1,
      blank: 4,
    },
  ],
};

const forced = signup('A1', 'MAIL', { signup_id: 'F1' });
const PARTS: Parts = together(
  { agents: [agent('A1'), agent('A2')] },
  sales('A1', { MAIL: 3, WAP_TRIAL: 1 }),
  { signups: [forced, signup('A1', 'MAIL')], billing: [bill(forced)] },
  { incidents: [incident('A1', 'forced_activation', { signup_id: 'F1' })] },
  { tests: [test('A1', 'written', '50'), test('A2', 'written', '57.5')] },
);

function summarize(parts: Parts, plan?: Parameters<typeof calculate>[1]) {
  const result = calculate(parts, plan);
  const log = new ProblemLog();
  log.addAll(result.problems);
  const problems = log.sorted();
  return {
    result,
    problems,
    summary: summaryOf(result, ORIGIN, problems, new Map([['payroll.csv', 'cc']]), 'en'),
  };
}

describe('summary.json', () => {
  const { summary } = summarize(PARTS);

  it('says which program, month, rules, settings and files it was made of, and the hashes of what it made', () => {
    expect(summary).toMatchObject({
      program: 'telepay 1.2.3',
      month: '2025-04',
      provisional: false,
      rules: { version: '2025.04', file: 'rules/2025.04.yaml', sha256: 'aa' },
      settings_sha256: null,
      agents: 2,
      inputs: ORIGIN.files,
      outputs: { 'payroll.csv': 'cc' },
    });
  });

  it('adds up every column of the payroll', () => {
    // A1: 3 × 4 + 2 = 14, less 10 × 4 + 3 + 10 = 53: −39. A2: −2.50.
    expect(summary.totals).toEqual({
      base_commission: '0.00',
      product_commission: '14.00',
      prior_period: '0.00',
      allowances: '0.00',
      clawbacks: '0.00',
      penalties: '55.50',
      debt_in: '0.00',
      net: '-41.50',
      paid: '0.00',
      debt_out: '41.50',
    });
  });

  it('counts sign-ups by outcome, penalties by kind, warnings by code', () => {
    expect(summary.signups).toEqual({
      duplicate: 0,
      forced: 1,
      reversed: 0,
      counted: 4,
      unbilled: 0,
      no_billing: 1,
    });
    expect(Object.keys(summary.signups)).toEqual(OUTCOMES);
    expect(summary.penalties).toEqual([
      { kind: 'forced_activation', clause: 'C-3', count: 1, amount: '40.00', applied: '40.00' },
      { kind: 'refund', clause: 'C-3', count: 1, amount: '3.00', applied: '3.00' },
      { kind: 'written', clause: 'S-2', count: 2, amount: '12.50', applied: '12.50' },
    ]);
    expect(summary.warnings).toEqual({
      [CALC_PROBLEMS.no_target.code]: 2,
      [CALC_PROBLEMS.no_test.code]: 2,
      [CALC_PROBLEMS.negative_net.code]: 2,
      [CALC_PROBLEMS.guard_exceeded.code]: 2,
    });
  });

  it('names the warnings in the order of their codes', () => {
    const codes = Object.keys(summary.warnings);
    expect(codes).toEqual(codes.toSorted());
  });

  it('lists every assumed value that a pay line rests on, once, with why and what else it could be', () => {
    expect(summary.assumed).toContainEqual({
      path: 'components.written.fine.result_rounded',
      value: 'no',
      clause: 'S-2',
      because: 'the text rounds nothing; half a point costs half a yuan',
      alternatives: ['down'],
    });
    const paths = summary.assumed.map((one) => one.path);
    expect(paths).toEqual([...new Set(paths)].toSorted());
    // Nobody has a phone, so what the subsidy assumes is not among them.
    expect(paths.filter((path) => path.startsWith('components.phone_subsidy'))).toEqual([]);
  });

  it('lists confirmed values with who confirmed them, when and where', () => {
    const confirmed = handbookWith({
      'products.MAIL.points':
        '{ value: 4, confirmed: { clause: P-11, by: 王主管, on: 2025-05-06, document: 会议纪要3号 } }',
    });
    expect(summarize(PARTS, confirmed).summary.confirmed).toEqual([
      {
        path: 'products.MAIL.points',
        value: '4',
        clause: 'P-11',
        by: '王主管',
        on: '2025-05-06',
        document: '会议纪要3号',
      },
    ]);
    expect(summary.confirmed).toEqual([]);
  });

  it('is the same text each time', () => {
    const text = () => JSON.stringify(summarize(PARTS).summary);
    expect(text()).toBe(text());
  });
});

describe('on a terminal', () => {
  const textOf = (parts: Parts, language: 'en' | 'zh' = 'en'): string => {
    const { result, summary, problems } = summarize(parts);
    return summaryText(result, summary, problems, language);
  };

  it('shows totals, outcomes, penalties, warnings and how many assumed values pay rests on', () => {
    const text = textOf(PARTS);
    const { summary } = summarize(PARTS);
    for (const shown of [
      /^Pay of 2025-04 · rules 2025\.04 · 2 people/,
      /product commission +14\.00/,
      /net +-41\.50/,
      /Sign-ups: duplicate 0, forced 1, reversed 0, counted 4, unbilled 0, no_billing 1/,
      /written test +S-2 +2 +12\.50/,
      new RegExp(`${CALC_PROBLEMS.negative_net.code} × 2`),
      new RegExp(`rests? on: ${summary.assumed.length}\\b`),
    ]) {
      expect(text).toMatch(shown);
    }
    expect(textOf(PARTS, 'zh')).toMatch(/业务佣金 +14\.00/);
  });

  it('shows the five highest paid, and the lowest of the others', () => {
    const ids = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'];
    const sold = together(...ids.map((id, index) => sales(id, { PALM_BB: index })));
    const text = textOf({ ...sold, agents: ids.map((id) => agent(id, { name: `n${id}` })) });
    const [, top = '', bottom = ''] = /Highest paid\n([^]*?)Lowest net\n([^]*?)Exports/.exec(text) ?? [];
    expect(top.match(/\bA\d\b/g)).toEqual(['A7', 'A6', 'A5', 'A4', 'A3']);
    expect(bottom.match(/\bA\d\b/g)).toEqual(['A1', 'A2']);
  });

  it('says per file what became of its rows', () => {
    // rows 3 = used 2 + reported 0 + set aside 1; blank ones apart.
    expect(textOf(PARTS)).toMatch(/Exports\n.*\n +agents\.csv +gb18030 +3 +2 +0 +1 +4\n/);
  });

  it('leaves out what there is none of, and calls nobody highest paid who is paid nothing', () => {
    const agents = [agent('A1'), agent('A2')];
    expect(textOf({ agents })).not.toMatch(/Highest paid|Penalties/);
    expect(textOf({ agents })).toMatch(/Lowest net\n.*\n +A2 .*\n +A1 /);
    const paid = textOf({ ...sales('A1', { MAIL: 1 }), agents });
    expect(paid).toMatch(/Highest paid\n.*\n +A1 .*4\.00\nLowest net\n.*\n +A2 /);
    expect(textOf({ ...sales('A1', { MAIL: 1 }), agents: [agent('A1')] })).not.toMatch(/Lowest net/);
  });

  it('shows what was applied of the penalties where a guard lets through less', () => {
    // 10 earned by 4 × 2.5; half of it is room for the fine of 10 for 50 points of 60.
    const guard = '{ clause: X-8, mode: enforce, classes: [performance], cap: 50%, stated: P-2 }';
    const plan = handbookWith({ 'net.guard': guard });
    const parts = together({ agents: [agent('A1')] }, sales('A1', { UP_2_6: 4 }), {
      tests: [test('A1', 'written', '50')],
    });
    const { result, summary, problems } = summarize(parts, plan);
    const text = summaryText(result, summary, problems, 'en');
    expect(text).toMatch(/count +amount +applied\n +written test +S-2 +1 +10\.00 +5\.00\n/);
    expect(textOf(parts)).not.toContain('applied');
  });

  it('says that it is provisional', () => {
    expect(textOf({ agents: [agent('A1')], billing: undefined })).toMatch(/PROVISIONAL/);
    expect(textOf(PARTS)).not.toMatch(/PROVISIONAL/);
  });

  it('shows control and direction characters of names by their codes', () => {
    const text = textOf({ agents: [agent('A1', { name: '\u202Eevil\u001b[31m', team: 'a\nb' })] });
    expect(text).toContain('\\u{202e}evil\\u{1b}[31m');
    expect(text).toContain('a\\u{a}b');
  });
});
