/** The month on a terminal: totals, the top and bottom of the table, penalties, warnings, assumptions. */
import { type Currency, nameOfCurrency } from '../base/currency.js';
import { formatMoney, ZERO } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import type { Problem } from '../base/problem.js';
import type { MonthResult } from '../calc/month.js';
import type { AgentResult } from '../calc/pay.js';
import type { FileReading } from '../input/records.js';
import type { PenaltyTotal, Summary } from './summary.js';
import { PAYROLL_NAMES } from './payroll-names.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';
import { versionsText } from './versions-text.js';

const TEXTS = {
  title: { en: 'Pay of', zh: '应发工资' },
  provisional: { en: 'PROVISIONAL: pending sign-ups taken as billed', zh: '预估：待出账受理按已出账计算' },
  rules: { en: 'rules', zh: '规则' },
  agents: { en: 'people', zh: '人' },
  totals: { en: 'Totals', zh: '合计' },
  top: { en: 'Highest paid', zh: '应发最高' },
  bottom: { en: 'Lowest net', zh: '净额最低' },
  penalties: { en: 'Penalties', zh: '考核扣款' },
  signups: { en: 'Sign-ups', zh: '受理' },
  files: { en: 'Exports', zh: '导出文件' },
  kind: { en: 'kind', zh: '类别' },
  clause: { en: 'clause', zh: '条款' },
  count: { en: 'count', zh: '笔数' },
  amount: { en: 'amount', zh: '金额' },
  applied: { en: 'applied', zh: '实扣' },
  id: { en: 'id', zh: '工号' },
  name: { en: 'name', zh: '姓名' },
  team: { en: 'team', zh: '班组' },
  net: { en: 'net', zh: '应付净额' },
  paid: { en: 'paid', zh: '本期应发' },
  file: { en: 'file', zh: '文件' },
  rows: { en: 'rows', zh: '行数' },
  used: { en: 'used', zh: '采用' },
  reported: { en: 'reported', zh: '报错' },
  set_aside: { en: 'set aside', zh: '搁置' },
  blank: { en: 'blank', zh: '空行' },
  encoding: { en: 'encoding', zh: '编码' },
  warnings: { en: 'Warnings', zh: '提示' },
  none: { en: 'none', zh: '无' },
  assumed: { en: 'Assumed values that pay rests on', zh: '应付金额依赖的假定值' },
  confirmed: { en: 'Confirmed values', zh: '已确认的值' },
} satisfies Record<string, Localized>;

const SHOWN = 5;

/** The terminal's summary of a run. */
export function summaryText(
  result: MonthResult,
  summary: Summary,
  problems: readonly Problem[],
  language: Language,
): string {
  const { currency } = result;
  const say = (text: Localized): string => text[language];
  const heading = `${say(TEXTS.title)} ${result.month} · ${say(TEXTS.rules)} ${printable(versionsText(result.plans))} · ${summary.agents} ${say(TEXTS.agents)}`;
  const outcomes = Object.entries(summary.signups).map(([outcome, count]) => `${outcome} ${count}`);
  return [
    heading,
    ...(result.provisional ? [say(TEXTS.provisional)] : []),
    '',
    totalsHeading(currency, language),
    totalsTable(summary, language),
    `${say(TEXTS.signups)}: ${outcomes.join(', ')}`,
    '',
    ...section(say(TEXTS.top), highest(result.agents), (agents) => agentsTable(agents, currency, language)),
    ...section(say(TEXTS.bottom), lowest(result.agents), (agents) => agentsTable(agents, currency, language)),
    ...section(say(TEXTS.penalties), summary.penalties, (kinds) => penaltiesTable(kinds, result, language)),
    ...section(say(TEXTS.files), summary.inputs, (files) => filesText(files, language)),
    `${say(TEXTS.warnings)}: ${warningCounts(summary, problems, language)}`,
    `${say(TEXTS.assumed)}: ${summary.assumed.length}`,
    `${say(TEXTS.confirmed)}: ${summary.confirmed.length}`,
  ].join('\n');
}

function totalsHeading(currency: Currency, language: Language): string {
  const name = nameOfCurrency(currency)[language];
  return `${TEXTS.totals[language]}${language === 'zh' ? `（${name}）` : ` (${name})`}`;
}

/** A heading and its table; neither where there is nothing to show. */
function section<T>(heading: string, rows: readonly T[], table: (rows: readonly T[]) => string): string[] {
  return rows.length === 0 ? [] : [heading, table(rows)];
}

function totalsTable(summary: Summary, language: Language): string {
  const table = newTable([], ['left', 'right']);
  for (const [key, name] of Object.entries(PAYROLL_NAMES)) {
    table.push([name[language], summary.totals[key as keyof Summary['totals']]]);
  }
  return table.toString();
}

const byPay = (a: AgentResult, b: AgentResult): number =>
  b.payslip.net.compare(a.payslip.net) || byText(a.facts.agent.agent_id, b.facts.agent.agent_id);

/** Of those who are paid anything at all. */
const highest = (agents: readonly AgentResult[]): AgentResult[] =>
  agents
    .filter((one) => one.payslip.paid.compare(ZERO) > 0)
    .toSorted(byPay)
    .slice(0, SHOWN);

/** Of those who are not among the highest paid. */
const lowest = (agents: readonly AgentResult[]): AgentResult[] => {
  const above = new Set(highest(agents));
  return agents
    .filter((one) => !above.has(one))
    .toSorted(byPay)
    .toReversed()
    .slice(0, SHOWN);
};

function agentsTable(agents: readonly AgentResult[], currency: Currency, language: Language): string {
  const head = [TEXTS.id, TEXTS.name, TEXTS.team, TEXTS.net, TEXTS.paid].map((text) => text[language]);
  const table = newTable(head, ['left', 'left', 'left', 'right', 'right']);
  for (const { facts, payslip } of agents) {
    const { agent_id, name, team } = facts.agent;
    table.push([
      printable(agent_id),
      printable(name),
      printable(team),
      formatMoney(payslip.net, currency),
      formatMoney(payslip.paid, currency),
    ]);
  }
  return table.toString();
}

/** What was applied stands beside the amount where a guard let through less. */
function penaltiesTable(kinds: readonly PenaltyTotal[], result: MonthResult, language: Language): string {
  const guarded = kinds.some((one) => one.applied !== one.amount);
  const columns = [TEXTS.kind, TEXTS.clause, TEXTS.count, TEXTS.amount, ...(guarded ? [TEXTS.applied] : [])];
  const table = newTable(
    columns.map((text) => text[language]),
    ['left', 'left', 'right', 'right', 'right'],
  );
  for (const one of kinds) {
    const named = result.plans.all.flatMap((plan) => plan.components[one.kind] ?? []);
    const name = named[0]?.name[language] ?? one.kind;
    const amounts = guarded ? [one.amount, one.applied] : [one.amount];
    table.push([printable(name), printable(one.clause), String(one.count), ...amounts]);
  }
  return table.toString();
}

function warningCounts(summary: Summary, problems: readonly Problem[], language: Language): string {
  const counts = Object.entries(summary.warnings).map(([code, count]) => `${code} × ${count}`);
  return problems.length === 0 ? TEXTS.none[language] : counts.join(', ');
}

/** What became of each file's rows. */
export function filesText(files: readonly FileReading[], language: Language): string {
  const columns = [
    TEXTS.file,
    TEXTS.encoding,
    TEXTS.rows,
    TEXTS.used,
    TEXTS.reported,
    TEXTS.set_aside,
    TEXTS.blank,
  ];
  const table = newTable(
    columns.map((text) => text[language]),
    ['left', 'left', 'right', 'right', 'right', 'right', 'right'],
  );
  for (const one of files) {
    const counts = [one.rows, one.used, one.reported, one.set_aside, one.blank].map(String);
    table.push([printable(one.file), one.encoding, ...counts]);
  }
  return table.toString();
}
