/** One day of an agent: every sign-up and call of it, and which of them count for the daily target. */
import type { Language, Localized } from '../base/localized.js';
import { dateOf, type PlainDate } from '../base/period.js';
import type { AssessedDay } from '../calc/daily.js';
import type { AgentResult } from '../calc/pay.js';
import type { CallRow, RowRef } from '../input/records.js';
import type { Plan } from '../rules/plan.js';
import { planOn } from '../rules/plan-on.js';
import { formatRows } from './csv.js';
import { printableLines } from './printable.js';
import { ruleText } from './trace-text.js';

const TEXTS = {
  not_assessed: {
    en: 'not an assessed day: no attendance row that says the agent was there',
    zh: '非考核日：没有出勤记录',
  },
  met: { en: 'met by', zh: '达标依据' },
  missed: { en: 'missed', zh: '未达标' },
  retention: { en: 'a retention day', zh: '告知维系日' },
  attendance: { en: 'attendance', zh: '考勤' },
} satisfies Record<string, Localized>;

/** The names of the daily measures. */
export const DAILY_NAMES: Readonly<Record<'successes' | 'answered' | 'dialled', Localized>> = {
  successes: { en: 'successes', zh: '成功户数' },
  answered: { en: 'answered', zh: '接听户数' },
  dialled: { en: 'dialled', zh: '拨打户数' },
};

/** The rows behind each of the day's three counts. */
function countedRows(agent: AgentResult, date: PlainDate, calls: readonly CallRow[], plan: Plan) {
  const directions: readonly string[] = planOn(plan, date).daily_target?.answered_calls.value ?? [];
  const signups = agent.facts.signups
    .filter((one) => dateOf(one.row.signed_at) === date)
    .map((one) => one.row);
  return {
    successes: signups,
    answered: calls.filter((call) => call.result === 'answered' && directions.includes(call.direction)),
    dialled: calls.filter((call) => call.direction === 'outbound'),
  };
}

const KEYS = ['successes', 'answered', 'dialled'] as const;

export function explainDayText(
  agent: AgentResult,
  date: PlainDate,
  calls: readonly CallRow[],
  plan: Plan,
  language: Language,
): string {
  const day = agent.facts.days.find((one) => one.date === date);
  const rows = countedRows(agent, date, calls, plan);
  const counts = KEYS.flatMap((key) => [
    `  ${DAILY_NAMES[key][language]}: ${distinct(rows[key])}`,
    ...(rows[key].length > 0 ? [`    ${formatRows(rows[key].map((row) => row.at))}`] : []),
  ]);
  const tests = (planOn(plan, date).daily_target?.met_by ?? []).map(
    (test) => `    ${ruleText(test.threshold, language)}`,
  );
  const heading = `${agent.facts.agent.agent_id} · ${agent.facts.agent.name} · ${date}`;
  return printableLines([heading, ...verdict(day, language), ...counts, ...tests]);
}

function verdict(day: AssessedDay | undefined, language: Language): string[] {
  if (!day) return [`  ${TEXTS.not_assessed[language]}`];
  const met = day.met
    ? `${TEXTS.met[language]} ${dailyName(day.met_by ?? '', language)}`
    : TEXTS.missed[language];
  const retention = day.retention_day ? `, ${TEXTS.retention[language]}` : '';
  return [`  ${met}${retention}`, `  ${TEXTS.attendance[language]}: ${formatRows(day.attendance)}`];
}

export function dailyName(measure: string, language: Language): string {
  const key = KEYS.find((one) => one === measure);
  return key ? DAILY_NAMES[key][language] : measure;
}

const distinct = (rows: readonly { readonly customer_no: string }[]): number =>
  new Set(rows.map((row) => row.customer_no)).size;

export function explainDayData(
  agent: AgentResult,
  date: PlainDate,
  calls: readonly CallRow[],
  plan: Plan,
): object {
  const day = agent.facts.days.find((one) => one.date === date);
  const rows = countedRows(agent, date, calls, plan);
  const refs = (list: readonly { readonly at: RowRef }[]): string => formatRows(list.map((row) => row.at));
  return {
    agent_id: agent.facts.agent.agent_id,
    date,
    assessed: day !== undefined,
    met: day?.met ?? null,
    met_by: day?.met_by ?? null,
    retention_day: day?.retention_day ?? null,
    successes: { count: distinct(rows.successes), rows: refs(rows.successes) },
    answered: { count: distinct(rows.answered), rows: refs(rows.answered) },
    dialled: { count: distinct(rows.dialled), rows: refs(rows.dialled) },
  };
}
