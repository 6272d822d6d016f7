/** The files of a run: their columns in both languages, their order, and what stands in a cell. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/base/exact.js';
import type { Language } from '../../src/base/localized.js';
import { csvFiles } from '../../src/report/tables.js';
import {
  agent,
  attendance,
  bill,
  calculate,
  contact,
  day,
  dial,
  handbookWith,
  incident,
  type Parts,
  S,
  sales,
  signup,
  target,
  test,
  time,
  together,
} from '../calc/department.js';

type Cells = Readonly<Record<string, string>>;

/** The files of a month, each as its rows of cells by column. */
function filesOf(parts: Parts, language: Language = 'en', plan?: Parameters<typeof calculate>[1]) {
  const result = calculate(parts, plan);
  const files = csvFiles(result, result.problems, language);
  return (name: string): Cells[] => parse(files.get(`${name}.csv`) ?? '', { bom: true, columns: true });
}

describe('the columns of each file, as the contract of the exports lists them', () => {
  const COLUMNS: Readonly<Record<string, string>> = {
    payroll:
      'agent_id 工号, name 姓名, team 班组, role 岗位, base_commission 基础佣金, product_commission 业务佣金, ' +
      'prior_period 往期补发, allowances 津贴补贴, clawbacks 追回, penalties 考核扣款, debt_in 上期结转欠款, ' +
      'net 应付净额, paid 本期应发(税前), debt_out 结转下期欠款, rules_version 规则版本, warnings 提示, ledger_head 封存链头',
    commission:
      'agent_id 工号, product 业务代码, gross 受理量, counted 算量, reversed 撤销量, forced 强开通, unbilled 未出账, ' +
      'no_billing 无账单, duplicate 重复, points 积分, amount 金额, clause 条款, reversal_rate 撤销率',
    penalties:
      'agent_id 工号, clause 条款, kind 类别, class 性质, date 日期, source 来源, amount 金额, applied 实扣',
    scores: 'agent_id 工号, item 项目, value 得分, detail 说明, clause 条款',
    signups:
      'signup_id 受理编号, agent_id 工号, product 业务代码, outcome 结果, points 积分, reason 原因, signed_at 受理时间, ' +
      'customer_no 客户号码, product_name 业务名称',
    daily:
      'agent_id 工号, date 日期, successes 成功户数, answered 接听户数, dialled 拨打户数, met 达标, met_by 达标依据, ' +
      'retention_day 维系日',
    teams: 'team 班组, leaders 组长, counted 算量, target 任务量, met 达标, paid 已发津贴',
    lines:
      'agent_id 工号, line_id 行号, component 项目, clause 条款, quantity 数量, rate 单价, amount 金额, basis 依据, ' +
      'sources 来源, name 项目名称',
    funnel:
      'agent_id 工号, unvisited_called 未拜访客户拨打户数, calls_over_300s 超五分钟通话, booked 预约到客户数, ' +
      'over_300s_rate 超五分钟转化率, booked_rate 预约转化率',
    checks: 'check 检查, clause 条款, agent_id 工号, date 日期, subject 对象, detail 说明',
    problems: 'severity 程度, code 代码, file 文件, line 行, column 列, value 值, message 说明, hint 怎么改',
  };

  const headers = (language: Language) => {
    const result = calculate({ agents: [agent('A1')] });
    return [...csvFiles(result, [], language)].map(([name, text]) => {
      const [header = []]: string[][] = parse(text, { bom: true });
      return [name.replace('.csv', ''), header.join(', ')];
    });
  };
  const listed = (part: 0 | 1) =>
    Object.entries(COLUMNS).map(([name, columns]) => [
      name,
      columns
        .split(', ')
        .map((pair) => pair.split(' ')[part])
        .join(', '),
    ]);

  it('in English', () => {
    expect(headers('en')).toEqual(listed(0));
  });

  it('in Chinese', () => {
    expect(headers('zh')).toEqual(listed(1));
  });
});

describe('order: by agent_id as text', () => {
  it('in every file that has one', () => {
    const ids = ['b', 'B', '9', '10', '0101'];
    const files = filesOf({
      ...together(...ids.map((id) => sales(id, { MAIL: 1, INFO_4: 1 }))),
      agents: ids.map((id) => agent(id)),
      attendance: ids.flatMap((id) => [attendance(id, '2025-04-02'), attendance(id, '2025-04-01')]),
      tests: ids.map((id) => test(id, 'typing', '50')),
      targets: ids.map((id) => target('agent', id, 1)),
    });
    for (const name of [
      'payroll',
      'commission',
      'penalties',
      'scores',
      'signups',
      'daily',
      'lines',
      'funnel',
    ]) {
      const found = [...new Set(files(name).map((row) => row['agent_id']))].filter((id) => id !== 'total');
      expect([name, found]).toEqual([name, ['0101', '10', '9', 'B', 'b']]);
    }
  });

  it('penalties by clause, date and source; signups by id; daily by date; teams by name', () => {
    const signups = ['S2', 'S10'].map((id) => signup('A1', 'MAIL', { signup_id: id }));
    const incidents = ['E9', 'E10'].map((id) =>
      incident('A1', 'complaint', { incident_id: id, cause: 'forced_activation' }),
    );
    const early = incident('A1', 'complaint', {
      incident_id: 'E99',
      cause: 'forced_activation',
      date: day('2025-04-02'),
    });
    const files = filesOf({
      agents: [agent('A1'), agent('A2', { team: 'B' })],
      signups,
      incidents: [...incidents, early],
      attendance: [attendance('A1', '2025-04-30'), attendance('A1', '2025-04-02')],
      tests: [test('A1', 'written', '0'), test('A1', 'typing', '0')],
    });
    expect(files('penalties').map((row) => row['source'])).toEqual(['E99', 'E10', 'E9', '0', '0']);
    expect(files('penalties').map((row) => row['clause'])).toEqual(['C-4', 'C-4', 'C-4', 'S-1', 'S-2']);
    expect(files('signups').map((row) => row['signup_id'])).toEqual(['S10', 'S2']);
    expect(files('daily').map((row) => row['date'])).toEqual(['2025-04-02', '2025-04-30']);
    expect(files('teams').map((row) => row['team'])).toEqual(['B', 'T']);
  });
});

describe('payroll.csv', () => {
  it('has a row for everyone, money at two decimals, and the warnings about him', () => {
    const files = filesOf({
      agents: [agent('A1', { name: '陈一', team: '一班' })],
      ...sales('A1', { UP_2_6: 1 }),
    });
    expect(files('payroll')).toEqual([
      {
        agent_id: 'A1',
        name: '陈一',
        team: '一班',
        role: 'agent',
        base_commission: '0.00',
        product_commission: '2.50',
        prior_period: '0.00',
        allowances: '0.00',
        clawbacks: '0.00',
        penalties: '0.00',
        debt_in: '0.00',
        net: '2.50',
        paid: '2.50',
        debt_out: '0.00',
        rules_version: '2025.04',
        ledger_head: '',
        warnings:
          'A1 has no target, so no monthly score; A1 took no typing test; no fine; A1 took no written test; no fine',
      },
    ]);
  });

  it('says on every row that it is provisional', () => {
    const provisional = {
      agents: [agent('A1')],
      billing: undefined,
      tests: undefined,
      targets: [target('agent', 'A1', 1)],
    };
    expect(filesOf(provisional)('payroll')[0]?.['warnings']).toBe('provisional');
    expect(filesOf(provisional, 'zh')('payroll')).toEqual([expect.objectContaining({ 提示: '预估' })]);
  });
});

describe('signups.csv', () => {
  it('gives a reason for each outcome', () => {
    const of = (id: string, customer_no: string, agentId = 'A1', when = '10:00:00') =>
      signup(agentId, 'MAIL', { signup_id: id, customer_no, signed_at: time(`2025-04-10 ${when}`) });
    const signups = [
      of('S1', '1'),
      of('S2', '1', 'A1', '11:00:00'),
      of('S3', '1', 'A2', '12:00:00'),
      of('S4', '4'),
      of('S5', '5'),
      of('S6', '6'),
      of('S7', '7'),
    ];
    const [first, , , , reversed, unbilled] = signups;
    if (!first || !reversed || !unbilled) throw new Error('sign-ups');
    const billing = [
      bill(first, { at: { file: 'billing.csv', line: 2 } }),
      bill(reversed, { at: { file: 'billing.csv', line: 3 }, status: 'cancelled' }),
      bill(unbilled, { at: { file: 'billing.csv', line: 4 }, fee_type: 'usage' }),
      bill(unbilled, { at: { file: 'billing.csv', line: 5 }, fee_type: 'usage' }),
    ];
    const incidents = [incident('A1', 'forced_activation', { incident_id: 'E1', signup_id: 'S4' })];
    const files = filesOf({ agents: [agent('A1'), agent('A2')], signups, billing, incidents });
    expect(
      files('signups').map((row) => [row['signup_id'], row['outcome'], row['points'], row['reason']]),
    ).toEqual([
      ['S1', 'counted', '4', 'counted billing.csv:2'],
      ['S2', 'duplicate', '0', 'repeats S1'],
      ['S4', 'forced', '0', 'incident E1'],
      ['S5', 'reversed', '0', 'reversed billing.csv:3'],
      ['S6', 'unbilled', '0', 'unbilled billing.csv:4-5'],
      ['S7', 'no_billing', '0', 'no billing'],
      ['S3', 'duplicate', '0', 'contested: S1 of A1 came first'],
    ]);
  });

  it('shows the points of each unit where a tier ends', () => {
    const files = filesOf({ agents: [agent('A1')], ...sales('A1', { SECRETARY: 101 }) });
    const points = files('signups').map((row) => row['points']);
    expect([points.filter((one) => one === '1.5').length, points.at(-1)]).toEqual([100, '2']);
  });
});

describe('lines.csv', () => {
  it('has earnings positive and deductions negative, as applied, with their basis and rows', () => {
    const plan = handbookWith({ 'net.guard.mode': `{ value: enforce, ${S} }` });
    const own = agent('A1', { subsidy_phone: '139', at: { file: 'agents.csv', line: 2 } });
    const taken = { ...test('A1', 'written', '40'), at: { file: 'tests.csv', line: 7 } };
    const reached = { ...contact('A1', '2025-04-02 10:00:00', 'no'), at: { file: 'contacts.csv', line: 5 } };
    const files = filesOf({ agents: [own], tests: [taken], contacts: [reached] }, 'en', plan);
    // Earned 50; room 20% = 10.00 of the fine of 20.
    expect(files('lines')).toEqual([
      {
        agent_id: 'A1',
        line_id: 'phone_subsidy',
        component: 'phone_subsidy',
        clause: 'P-24',
        quantity: '',
        rate: '',
        amount: '50.00',
        basis: 'assumed',
        sources: 'agents.csv:2 contacts.csv:5',
        name: 'phone subsidy',
      },
      {
        agent_id: 'A1',
        line_id: 'written:40',
        component: 'written',
        clause: 'S-2',
        quantity: '20',
        rate: '1',
        amount: '-10.00',
        basis: 'assumed',
        sources: 'tests.csv:7',
        name: 'written test',
      },
    ]);
    expect(files('penalties')).toEqual([expect.objectContaining({ amount: '20.00', applied: '10.00' })]);
  });

  it('leaves a rate empty that differs from unit to unit', () => {
    const files = filesOf({ agents: [agent('A1')], ...sales('A1', { SECRETARY: 101, MAIL: 2 }) });
    expect(
      files('lines').map((row) => [row['line_id'], row['quantity'], row['rate'], row['amount']]),
    ).toEqual([
      ['product_commission:MAIL', '2', '4', '8.00'],
      ['product_commission:SECRETARY', '101', '', '152.00'],
    ]);
  });
});

describe('scores.csv', () => {
  it('names what each section comes from; the total comes last', () => {
    const incidents = [incident('A1', 'spot_check_failed'), incident('A1', 'spot_check_failed')];
    const parts = {
      agents: [agent('A1')],
      ...sales('A1', { INFO_2: 2 }),
      targets: [target('agent', 'A1', 3)],
      incidents,
    };
    expect(filesOf(parts)('scores')).toEqual([
      { agent_id: 'A1', item: 'telemarketing', value: '26.67', detail: '2/3', clause: 'S-7' },
      { agent_id: 'A1', item: 'quality', value: '48.00', detail: 'spot check failed × 2', clause: 'C-6' },
      { agent_id: 'A1', item: 'total', value: '74.67', detail: '', clause: 'S-6' },
    ]);
    expect(filesOf(parts, 'zh')('scores')[1]?.['说明']).toBe('抽查不合格 × 2');
  });
});

describe('texts from the exports', () => {
  it('cannot run as formulas, and keep their commas, quotes and line breaks', () => {
    const names = ['=HYPERLINK("http://x","y")', 'a,"b"', 'two\r\nlines', '@SUM(A1)', "O'Neil"];
    const agents = names.map((name, index) => agent(`A${index}`, { name, team: `-${name}` }));
    const files = filesOf({ agents });
    expect(files('payroll').map((row) => row['name'])).toEqual([
      '\'=HYPERLINK("http://x","y")',
      'a,"b"',
      'two\r\nlines',
      "'@SUM(A1)",
      "O'Neil",
    ]);
    expect(files('payroll').every((row) => row['team']?.startsWith("'-"))).toBe(true);
  });

  it('ids that look like numbers stay as they are', () => {
    expect(
      filesOf({ agents: [agent('-5'), agent('0101')] })('payroll').map((row) => row['agent_id']),
    ).toEqual(['-5', '0101']);
  });
});

describe('enumeration values stay English in Chinese files', () => {
  it('roles, outcomes, yes and no', () => {
    const parts = {
      agents: [agent('A1', { role: 'team_leader' as const })],
      signups: [signup('A1', 'MAIL')],
      attendance: [attendance('A1', '2025-04-01')],
      calls: dial('A1', '2025-04-01', 60),
      tests: [test('A1', 'written', decimal('59').toString())],
    };
    const files = filesOf(parts, 'zh');
    expect(files('payroll')[0]?.['岗位']).toBe('team_leader');
    expect(files('signups')[0]).toMatchObject({
      结果: 'no_billing',
      原因: '无账单',
      业务名称: '如意邮箱(普及型)',
    });
    expect(files('daily')[0]).toMatchObject({ 达标: 'yes', 达标依据: 'dialled', 维系日: 'no' });
    expect(files('penalties')[0]).toMatchObject({ 类别: 'written', 性质: 'performance' });
  });
});
