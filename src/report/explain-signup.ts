/** What became of a sign-up, or of everything that the month's exports hold about a customer. */
import { formatMoney, formatShort, ZERO } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import { OUTCOME_NAMES } from '../calc/commission.js';
import type { MonthResult } from '../calc/month.js';
import { customerProduct, type JudgedSignup } from '../calc/outcomes.js';
import type { BillingRow, CallRow, MonthExports, RowRef } from '../input/records.js';
import type { Plan } from '../rules/plan.js';
import { formatRows } from './csv.js';
import { printableLines } from './printable.js';
import { outcomeReason } from './signup-table.js';
import { clausesText, ruleText } from './trace-text.js';

const TEXTS = {
  billing: { en: 'billing rows', zh: '账单行' },
  ignored: {
    en: 'billing rows of before the sign-up, which prove nothing about it',
    zh: '受理之前的账单行，不作依据',
  },
  paid_in: { en: 'paid in line', zh: '计入明细' },
  points: { en: 'points', zh: '积分' },
  fines: { en: 'penalties about it', zh: '相关扣款' },
  rules: { en: 'by', zh: '依据' },
  signups: { en: 'sign-ups', zh: '受理' },
  calls: { en: 'calls', zh: '通话' },
  listed: { en: 'do-not-disturb listings', zh: '免打扰登记' },
  visits: { en: 'visits', zh: '拜访' },
  leads: { en: 'customer records collected', zh: '客户信息收集' },
} satisfies Record<string, Localized>;

/** One sign-up: its outcome, why, the rows behind it, and the lines it is paid or fined in. */
export function explainSignupText(one: JudgedSignup, result: MonthResult, language: Language): string {
  return printableLines(signupLines(one, result, language));
}

function signupLines(one: JudgedSignup, result: MonthResult, language: Language): string[] {
  const { row } = one;
  const agent = result.agents.find((other) => other.facts.agent.agent_id === row.agent_id);
  const own = agent?.facts.commission.find((commission) => commission.product === row.product);
  const points = own?.unitPoints.get(row.signup_id) ?? ZERO;
  const line = agent?.lines.find((other) => other.product === row.product);
  const incidents =
    result.facts.exports.incidents?.filter((other) => other.signup_id === row.signup_id) ?? [];
  const fines = result.agents.flatMap((other) =>
    other.lines.filter((fine) => incidents.some((incident) => incident.incident_id === fine.penalty?.source)),
  );
  const paid =
    one.outcome === 'counted' && line
      ? [
          `  ${TEXTS.paid_in[language]} ${row.agent_id} ${line.line_id} · ${TEXTS.points[language]} ${formatShort(points)}`,
        ]
      : [];
  const plan = result.plans.of(row.agent_id);
  const product = plan.products[row.product]?.name[language] ?? '';
  return [
    `${row.signup_id} · ${row.agent_id} · ${row.signed_at} · ${row.customer_no} · ${row.product} ${product} · ${rowText(row.at)}`,
    `  ${one.outcome} (${OUTCOME_NAMES[one.outcome][language]}): ${outcomeReason(one, plan, language)}`,
    ...one.rules.map((rule) => `    ${TEXTS.rules[language]} ${ruleText(rule, language)}`),
    ...clausesText(one.rules, plan, language).map((clause) => `    ${clause}`),
    ...paid,
    ...billingText(TEXTS.billing[language], billsBehind(one, result)),
    ...billingText(TEXTS.ignored[language], one.ignored),
    ...fines.map(
      (fine) =>
        `  ${TEXTS.fines[language]}: ${fine.line_id} ${formatMoney(fine.amount, result.currency)} (${fine.clause})`,
    ),
  ];
}

/** Billing rows that were looked at; of a duplicate or forced sign-up, those that there are. */
function billsBehind(one: JudgedSignup, result: MonthResult): readonly BillingRow[] {
  if (one.outcome !== 'duplicate' && one.outcome !== 'forced') return one.billing;
  return result.facts.billing.get(customerProduct(one.row)) ?? [];
}

function billingText(heading: string, rows: readonly BillingRow[]): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map((bill) => {
    const cancelled = bill.cancelled_on === undefined ? '' : ` ${bill.cancelled_on}`;
    return `    ${rowText(bill.at)}  ${bill.bill_month}  ${bill.fee_type}  ${formatShort(bill.amount)}  ${bill.status}${cancelled}`;
  });
  return [`  ${heading}`, ...lines];
}

const rowText = (row: RowRef): string => formatRows([row]);

/** Everything about a customer; undefined when no export of the month holds the number. */
export function explainCustomerText(
  customerNo: string,
  result: MonthResult,
  calls: readonly CallRow[],
  language: Language,
): string | undefined {
  const signups = result.signups.filter((one) => one.row.customer_no === customerNo);
  const { exports } = result.facts;
  const products = new Set(signups.map((one) => one.row.product));
  const bills = (exports.billing ?? []).filter(
    (row) => row.customer_no === customerNo && !products.has(row.product),
  );
  const found = [
    ...signups.flatMap((one) => signupLines(one, result, language)),
    ...billingText(TEXTS.billing[language], bills),
    ...callsText(calls, language),
    ...otherRows(customerNo, exports, language),
  ];
  return found.length > 0 ? printableLines([customerNo, ...found]) : undefined;
}

function callsText(calls: readonly CallRow[], language: Language): string[] {
  if (calls.length === 0) return [];
  const lines = calls.map(
    (call) =>
      `    ${rowText(call.at)}  ${call.call_id}  ${call.agent_id}  ${call.started_at}  ${call.direction}  ${call.result}  ${call.duration_s} s`,
  );
  return [`  ${TEXTS.calls[language]}`, ...lines];
}

function otherRows(customerNo: string, exports: MonthExports, language: Language): string[] {
  const found: [Localized, readonly { readonly customer_no: string; readonly at: RowRef }[]][] = [
    [TEXTS.listed, exports.do_not_disturb ?? []],
    [TEXTS.visits, exports.visits ?? []],
    [TEXTS.leads, exports.leads ?? []],
  ];
  return found.flatMap(([name, rows]) => {
    const own = rows.filter((row) => row.customer_no === customerNo);
    return own.length > 0 ? [`  ${name[language]} ${formatRows(own.map((row) => row.at))}`] : [];
  });
}

/** A sign-up as data. */
export function signupData(one: JudgedSignup, plan: Plan, language: Language): object {
  return {
    signup_id: one.row.signup_id,
    agent_id: one.row.agent_id,
    product: one.row.product,
    customer_no: one.row.customer_no,
    signed_at: one.row.signed_at,
    row: rowText(one.row.at),
    outcome: one.outcome,
    reason: outcomeReason(one, plan, language),
    billing: one.billing.map((bill) => rowText(bill.at)),
    ignored: one.ignored.map((bill) => rowText(bill.at)),
  };
}
