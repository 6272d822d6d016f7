/** signups.csv: this month's sign-ups with what became of each, and why. */
import { type Exact, ZERO } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import { monthOf } from '../base/period.js';
import { OUTCOME_NAMES } from '../calc/commission.js';
import type { MonthResult } from '../calc/month.js';
import { extractDay, type JudgedSignup } from '../calc/outcomes.js';
import type { Plan } from '../rules/plan.js';
import { formatRows, plain, type Table } from './csv.js';

interface SignupResultRow {
  readonly one: JudgedSignup;
  readonly points: Exact;
}

/** This month's sign-ups by agent and id. */
export function signupRows(result: MonthResult): SignupResultRow[] {
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

export function signupTable(result: MonthResult): Table<SignupResultRow> {
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
