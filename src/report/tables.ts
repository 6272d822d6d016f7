/** The CSV files of a run: which rows, which columns, in the contract's order. */
import { type Exact, formatShort, round, ZERO } from '../base/exact.js';
import { computedOnce } from '../base/computed-once.js';
import type { Language } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import { monthOf } from '../base/period.js';
import type { Problem } from '../base/problem.js';
import type { CheckFinding } from '../calc/checks.js';
import { OUTCOME_NAMES, type ProductCommission } from '../calc/commission.js';
import type { AssessedDay } from '../calc/daily.js';
import type { FunnelRow } from '../calc/funnel.js';
import { type AgentResult, type MonthResult, warningsAbout } from '../calc/month.js';
import { extractDay, type JudgedSignup } from '../calc/outcomes.js';
import { type AppliedLine, type Payslip, signedAmount } from '../calc/payslip.js';
import type { TeamResult } from '../calc/teams.js';
import { ownRowsOfLine } from '../calc/pay-line.js';
import { rowsOf } from '../calc/rests-on.js';
import type { Trace } from '../calc/trace.js';
import type { Plan } from '../rules/plan.js';
import {
  type Cell,
  type Column,
  fixed,
  formatRows,
  integer,
  money,
  plain,
  type Table,
  toCsv,
  yesNo,
} from './csv.js';
import { type ScoreItem, scoreItems } from './score-items.js';

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

interface CommissionRow {
  readonly agent_id: string;
  readonly own: ProductCommission;
  readonly amount: Exact;
}

function commissionRows(agent: AgentResult): CommissionRow[] {
  const agent_id = agent.facts.agent.agent_id;
  return agent.facts.commission.map((own) => {
    const line = agent.lines.find((one) => one.product === own.product);
    return { agent_id, own, amount: line?.amount ?? ZERO };
  });
}

const count = (key: keyof ProductCommission['counts'], zh: string): Column<CommissionRow> => ({
  key,
  zh,
  cell: (row) => integer(row.own.counts[key]),
});

const COMMISSION: Table<CommissionRow> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'product', zh: '业务代码', cell: (row) => row.own.product },
  { key: 'gross', zh: '受理量', cell: (row) => integer(row.own.gross) },
  count('counted', '算量'),
  count('reversed', '撤销量'),
  count('forced', '强开通'),
  count('unbilled', '未出账'),
  count('no_billing', '无账单'),
  count('duplicate', '重复'),
  { key: 'points', zh: '积分', cell: (row) => plain(row.own.points.value) },
  { key: 'amount', zh: '金额', cell: (row) => money(row.amount) },
  { key: 'clause', zh: '条款', cell: (row) => row.own.clause },
  { key: 'reversal_rate', zh: '撤销率', cell: (row) => fixed(reversalRate(row.own), RATE_PLACES) },
];

const RATE_PLACES = 4;

/** (reversed + forced) ÷ gross (C-2). */
function reversalRate(own: ProductCommission): Exact {
  return round(ZERO.add(own.counts.reversed + own.counts.forced).div(own.gross), RATE_PLACES);
}

/** Penalty lines by agent, clause, date and source. */
function penaltyLines(lines: readonly AppliedLine[]): AppliedLine[] {
  return lines
    .filter((line) => line.column === 'penalties')
    .toSorted(
      byKeys(
        (line) => line.agent_id,
        (line) => line.clause,
        (line) => line.penalty?.date ?? '',
        (line) => line.penalty?.source ?? '',
        (line) => line.line_id,
      ),
    );
}

const PENALTIES: Table<AppliedLine> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'clause', zh: '条款', cell: (row) => row.clause },
  { key: 'kind', zh: '类别', cell: (row) => row.component },
  { key: 'class', zh: '性质', cell: (row) => row.penalty?.class.value },
  { key: 'date', zh: '日期', cell: (row) => row.penalty?.date },
  { key: 'source', zh: '来源', cell: (row) => row.penalty?.source },
  { key: 'amount', zh: '金额', cell: (row) => money(row.amount) },
  { key: 'applied', zh: '实扣', cell: (row) => money(row.applied) },
];

const SCORES: Table<ScoreItem> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'item', zh: '项目', cell: (row) => row.item },
  { key: 'value', zh: '得分', cell: (row) => fixed(row.value, row.places) },
  { key: 'detail', zh: '说明', cell: (row, language) => row.detail[language] },
  { key: 'clause', zh: '条款', cell: (row) => row.clause },
];

interface SignupResultRow {
  readonly one: JudgedSignup;
  readonly points: Exact;
}

/** This month's sign-ups by agent and id. */
function signupRows(result: MonthResult): SignupResultRow[] {
  const rows = result.agents.flatMap((agent) => {
    const points = new Map(agent.facts.commission.flatMap((own) => [...own.unitPoints]));
    return agent.facts.signups.map((one) => ({ one, points: points.get(one.row.signup_id) ?? ZERO }));
  });
  return rows.toSorted(
    byKeys(
      (row) => row.one.row.agent_id,
      (row) => row.one.row.signup_id,
    ),
  );
}

function signupTable(result: MonthResult): Table<SignupResultRow> {
  const productName = ({ agent_id, product }: JudgedSignup['row'], language: Language): string =>
    result.plans.of(agent_id).products[product]?.name[language] ?? product;
  return [
    { key: 'signup_id', zh: '受理编号', cell: ({ one }) => one.row.signup_id },
    { key: 'agent_id', zh: '工号', cell: ({ one }) => one.row.agent_id },
    { key: 'product', zh: '业务代码', cell: ({ one }) => one.row.product },
    { key: 'outcome', zh: '结果', cell: ({ one }) => one.outcome },
    { key: 'points', zh: '积分', cell: ({ points }) => plain(points) },
    {
      key: 'reason',
      zh: '原因',
      cell: ({ one }, language) => outcomeReason(one, result.plans.of(one.row.agent_id), language),
    },
    { key: 'signed_at', zh: '受理时间', cell: ({ one }) => one.row.signed_at },
    { key: 'customer_no', zh: '客户号码', cell: ({ one }) => one.row.customer_no },
    {
      key: 'product_name',
      zh: '业务名称',
      cell: ({ one }, language) => productName(one.row, language),
    },
  ];
}

/** Why a sign-up has its outcome, in a few words. */
export function outcomeReason(one: JudgedSignup, plan: Plan, language: Language): string {
  const { first, incident } = one;
  if (first) {
    const contested = first.agent_id !== one.row.agent_id;
    const texts = contested
      ? {
          en: `contested: ${first.signup_id} of ${first.agent_id} came first`,
          zh: `有争议：${first.agent_id} 的 ${first.signup_id} 在先`,
        }
      : { en: `repeats ${first.signup_id}`, zh: `与 ${first.signup_id} 重复` };
    return texts[language];
  }
  if (incident)
    return { en: `incident ${incident.incident_id}`, zh: `事件 ${incident.incident_id}` }[language];
  if (one.pending) {
    const day = extractDay(plan, monthOf(one.row.signed_at));
    return { en: `billing still to come: extract of ${day}`, zh: `尚待出账：${day} 提取` }[language];
  }
  const rows = formatRows((one.outcome === 'no_billing' ? one.ignored : one.billing).map((bill) => bill.at));
  return `${OUTCOME_NAMES[one.outcome][language]} ${rows}`.trim();
}

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

const LINES: Table<AppliedLine> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'line_id', zh: '行号', cell: (row) => row.line_id },
  { key: 'component', zh: '项目', cell: (row) => row.component },
  { key: 'clause', zh: '条款', cell: (row) => row.clause },
  { key: 'quantity', zh: '数量', cell: (row) => row.quantity && plain(row.quantity) },
  { key: 'rate', zh: '单价', cell: (row) => rateCell(row) },
  { key: 'amount', zh: '金额', cell: (row) => money(signedAmount(row)) },
  { key: 'basis', zh: '依据', cell: (row) => row.basis },
  { key: 'sources', zh: '来源', cell: (row) => sourcesCell(row) },
  { key: 'name', zh: '项目名称', cell: (row, language) => row.name[language] },
];

/** As much of the rows as a spreadsheet's cell holds; `explain` shows them all. */
function sourcesCell(row: AppliedLine): string {
  const { own, shared } = ownRowsOfLine(row);
  const texts = [own.size > 0 ? cut(formatRows([...own]), own.size, LONGEST_CELL) : ''];
  for (const node of shared) texts.push(computedOnce(sharedSources, node, () => sharedText(node)));
  return texts.filter((text) => text !== '').join(' + ');
}

/** The rows of a total over many people, which stand in the line of each: written once, and only their beginning. */
const sharedSources = new WeakMap<Trace, string>();

function sharedText(node: Trace): string {
  const rows = rowsOf(node);
  return rows.length > 0 ? cut(formatRows(rows), rows.length, LONGEST_SHARED) : '';
}

const cut = (text: string, rows: number, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest)} … (${rows})`;

const LONGEST_SHARED = 1_000;
const LONGEST_CELL = 32_000;

/** A rate that decimals can't write out exactly is left empty: the trace shows it. */
function rateCell(row: AppliedLine): Cell {
  if (!row.rate) return undefined;
  const text = formatShort(row.rate);
  return row.rate.equals(text) ? { number: text } : undefined;
}

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
