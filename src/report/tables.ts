/** The CSV files of a run: which rows, which columns, in the contract's order. */
import type { Language } from '../base/localized.js';
import type { Problem } from '../base/problem.js';
import type { CheckFinding } from '../calc/checks.js';
import type { AssessedDay } from '../calc/daily.js';
import type { FunnelRow } from '../calc/funnel.js';
import { type MonthResult, warningsAbout } from '../calc/month.js';
import type { AgentResult } from '../calc/pay.js';
import type { Payslip } from '../calc/payslip.js';
import type { TeamResult } from '../calc/teams.js';
import { COMMISSION, commissionRows, RATE_PLACES } from './commission-table.js';
import { type Cell, type Column, fixed, integer, money, plain, type Table, toCsv, yesNo } from './csv.js';
import { LINES, PENALTIES, penaltyLines } from './line-tables.js';
import { type ScoreItem, scoreItems } from './score-items.js';
import { signupRows, signupTable } from './signup-table.js';

/** Every CSV file of the month, by name, in the language of files. */
export function csvFiles(
  result: MonthResult,
  problems: readonly Problem[],
  language: Language,
): Map<string, string> {
  const agents = result.agents;
  const lines = agents.flatMap((one) => one.lines);
  const csv = <Row>(table: Table<Row>, rows: readonly Row[]): string =>
    toCsv(result.provisional ? [...table, PROVISIONAL] : table, rows, language, result.currency);
  return new Map([
    ['payroll.csv', csv(payrollTable(result), agents)],
    ['commission.csv', csv(COMMISSION, agents.flatMap(commissionRows))],
    ['penalties.csv', csv(PENALTIES, penaltyLines(lines))],
    [
      'scores.csv',
      csv(
        SCORES,
        agents.flatMap((one) => scoreItems(one, one.facts.plan)),
      ),
    ],
    ['signups.csv', csv(signupTable(result), signupRows(result))],
    ['daily.csv', csv(DAILY, agents.flatMap(dailyRows))],
    ['teams.csv', csv(TEAMS, result.teams)],
    ['lines.csv', csv(LINES, lines)],
    ['funnel.csv', csv(FUNNEL, result.funnel)],
    ['checks.csv', csv(CHECKS_TABLE, result.checks)],
    ['problems.csv', csv(PROBLEMS, problems)],
  ]);
}

/** The last column of every file of a provisional run. */
const PROVISIONAL: Column<unknown> = { key: 'provisional', zh: '预估', cell: () => 'yes' };

function payrollTable(result: MonthResult): Table<AgentResult> {
  const amount = (key: keyof Payslip, zh: string): Column<AgentResult> => ({
    key,
    zh,
    cell: (row) => money(row.payslip[key]),
  });
  return [
    { key: 'agent_id', zh: '工号', cell: (row) => row.facts.agent.agent_id },
    { key: 'name', zh: '姓名', cell: (row) => row.facts.agent.name },
    { key: 'team', zh: '班组', cell: (row) => row.facts.agent.team },
    { key: 'role', zh: '岗位', cell: (row) => row.facts.agent.role },
    amount('base_commission', '基础佣金'),
    amount('product_commission', '业务佣金'),
    amount('prior_period', '往期补发'),
    amount('allowances', '津贴补贴'),
    amount('clawbacks', '追回'),
    amount('penalties', '考核扣款'),
    amount('debt_in', '上期结转欠款'),
    amount('net', '应付净额'),
    amount('paid', '本期应发(税前)'),
    amount('debt_out', '结转下期欠款'),
    { key: 'rules_version', zh: '规则版本', cell: (row) => row.facts.plan.version },
    { key: 'warnings', zh: '提示', cell: (row, language) => warningTexts(row, result, language) },
    { key: 'ledger_head', zh: '封存链头', cell: () => result.facts.past.head?.slice(0, HEAD_SHOWN) },
  ];
}

/** So many digits of the chain's head tell one ledger from any other, and fit beside a payment. */
const HEAD_SHOWN = 16;

function warningTexts(row: AgentResult, result: MonthResult, language: Language): string {
  const provisional = { en: 'provisional', zh: '预估' }[language];
  const texts = warningsAbout(row, result).map((one) => one.explain(language).message);
  return [...(result.provisional ? [provisional] : []), ...texts].join('; ');
}

const SCORES: Table<ScoreItem> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'item', zh: '项目', cell: (row) => row.item },
  { key: 'value', zh: '得分', cell: (row) => fixed(row.value, row.places) },
  { key: 'detail', zh: '说明', cell: (row, language) => row.detail[language] },
  { key: 'clause', zh: '条款', cell: (row) => row.clause },
];

interface DailyRow {
  readonly agent_id: string;
  readonly day: AssessedDay;
}

function dailyRows(agent: AgentResult): DailyRow[] {
  return agent.facts.days.map((day) => ({ agent_id: agent.facts.agent.agent_id, day }));
}

const DAILY: Table<DailyRow> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'date', zh: '日期', cell: (row) => row.day.date },
  { key: 'successes', zh: '成功户数', cell: (row) => integer(row.day.successes) },
  { key: 'answered', zh: '接听户数', cell: (row) => integer(row.day.answered) },
  { key: 'dialled', zh: '拨打户数', cell: (row) => integer(row.day.dialled) },
  { key: 'met', zh: '达标', cell: (row) => yesNo(row.day.met) },
  { key: 'met_by', zh: '达标依据', cell: (row) => row.day.met_by },
  { key: 'retention_day', zh: '维系日', cell: (row) => yesNo(row.day.retention_day) },
];

const TEAMS: Table<TeamResult> = [
  { key: 'team', zh: '班组', cell: (row) => row.team },
  { key: 'leaders', zh: '组长', cell: (row) => row.leaders.join(' ') },
  { key: 'counted', zh: '算量', cell: (row) => plain(row.counted) },
  {
    key: 'target',
    zh: '任务量',
    cell: (row) => (row.target === undefined ? undefined : integer(row.target)),
  },
  { key: 'met', zh: '达标', cell: (row) => (row.met === undefined ? undefined : yesNo(row.met)) },
  { key: 'paid', zh: '已发津贴', cell: (row) => money(row.paid) },
];

const FUNNEL: Table<FunnelRow> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id ?? 'total' },
  { key: 'unvisited_called', zh: '未拜访客户拨打户数', cell: (row) => optionalInteger(row.unvisited_called) },
  { key: 'calls_over_300s', zh: '超五分钟通话', cell: (row) => optionalInteger(row.long_calls) },
  { key: 'booked', zh: '预约到客户数', cell: (row) => optionalInteger(row.booked) },
  {
    key: 'over_300s_rate',
    zh: '超五分钟转化率',
    cell: (row) => row.long_call_rate && fixed(row.long_call_rate, RATE_PLACES),
  },
  {
    key: 'booked_rate',
    zh: '预约转化率',
    cell: (row) => row.booked_rate && fixed(row.booked_rate, RATE_PLACES),
  },
];

const optionalInteger = (value: number | undefined): Cell =>
  value === undefined ? undefined : integer(value);

const CHECKS_TABLE: Table<CheckFinding> = [
  { key: 'check', zh: '检查', cell: (row) => row.check },
  { key: 'clause', zh: '条款', cell: (row) => row.clause },
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'date', zh: '日期', cell: (row) => row.date },
  { key: 'subject', zh: '对象', cell: (row) => row.subject },
  { key: 'detail', zh: '说明', cell: (row, language) => row.detail[language] },
];

/** Problems as data: every one of them, however many. */
export const PROBLEMS: Table<Problem> = [
  { key: 'severity', zh: '程度', cell: (row) => row.severity },
  { key: 'code', zh: '代码', cell: (row) => row.code },
  { key: 'file', zh: '文件', cell: (row) => row.place.file },
  { key: 'line', zh: '行', cell: (row) => optionalInteger(row.place.line) },
  { key: 'column', zh: '列', cell: (row) => optionalInteger(row.place.column) },
  { key: 'value', zh: '值', cell: (row) => row.value },
  { key: 'message', zh: '说明', cell: (row, language) => row.explain(language).message },
  { key: 'hint', zh: '怎么改', cell: (row, language) => row.explain(language).hint },
];
