/** All sign-ups of a month of the demo: the everyday ones, the planned ones and the cases'. */
import type { Month } from '../../src/base/period.js';
import { NUMBERS } from '../department/names.js';
import type { Person } from '../department/people.js';
import {
  CustomerBook,
  everydaySales,
  numbered,
  sale,
  sellingTime,
  type NumberedSale,
  type Sale,
} from '../department/sales.js';
import type { Seeded } from '../seeded.js';
import { chance } from './chance.js';
import { APRIL_CASE_SALES } from './case-sales-april.js';
import { JUNE_CASE_SALES, MAY_CASE_SALES } from './case-sales-later.js';
import { DAY_PLANS } from './days.js';
import { PLANNED_SALES, type PlannedSales } from './planned-sales.js';

const CASE_SALES: Readonly<Record<string, readonly NumberedSale[]>> = {
  '2025-04': APRIL_CASE_SALES,
  '2025-05': MAY_CASE_SALES,
  '2025-06': JUNE_CASE_SALES,
};

/** Agents and days on which a case or a plan sells: they must be at work. */
export const SELLING_DAYS: readonly (readonly [agent_id: string, date: string])[] = [
  ...Object.values(CASE_SALES)
    .flat()
    .map((one) => [one.agent_id, one.signed_at.slice(0, 10)] as const),
  ...PLANNED_SALES.flatMap(({ agent_id, on }) => (on === undefined ? [] : [[agent_id, on] as const])),
];

/** The sign-ups of `month` in order of time, by `people` on their `assessed` days. */
export function salesOf(
  people: readonly Person[],
  month: Month,
  assessed: ReadonlyMap<string, readonly string[]>,
): NumberedSale[] {
  const customers = new CustomerBook(NUMBERS.sold + Number(month.slice(5)) * 100_000);
  const planned = PLANNED_SALES.filter((plan) => plan.month === month);
  const isPlanned = new Set(planned.map(({ agent_id }) => agent_id));
  const freeDays = (agent_id: string): string[] =>
    (assessed.get(agent_id) ?? []).filter((date) => DAY_PLANS[agent_id]?.[date] === undefined);
  const sellers = people.filter(({ agent_id, role }) => role !== 'duty_manager' && !isPlanned.has(agent_id));

  const random = chance('sales', month);
  const sales: Sale[] = sellers.flatMap(({ agent_id, role }) =>
    freeDays(agent_id).flatMap((date) =>
      everydaySales(
        agent_id,
        date,
        role === 'agent' ? random.between(1, 6) : random.below(3),
        customers,
        random,
      ),
    ),
  );
  sales.push(...repeated(sales, freeDays, random));
  for (const plan of planned) sales.push(...plannedSales(plan, freeDays(plan.agent_id), sales, customers));
  sales.push(...(CASE_SALES[month] ?? []));
  return numbered(sales, `S${month.slice(2, 4)}${month.slice(5)}`);
}

/** Now and then a customer signs up for the same product again, half of the time with another agent. */
function repeated(sales: readonly Sale[], daysOf: (agent_id: string) => string[], random: Seeded): Sale[] {
  return sales.flatMap((first) => {
    if (!random.perMille(9)) return [];
    const agent_id = random.perMille(500) ? first.agent_id : random.pick(sales).agent_id;
    const later = daysOf(agent_id).filter((date) => date > first.signed_at.slice(0, 10));
    if (later.length === 0) return [];
    const signed_at = sellingTime(random.pick(later), random);
    return [{ ...first, agent_id, signed_at, fate: 'duplicate' as const, bills: [], later: [] }];
  });
}

function plannedSales(
  plan: PlannedSales,
  days: readonly string[],
  others: readonly Sale[],
  customers: CustomerBook,
): Sale[] {
  const { agent_id, product, fate, on } = plan;
  const random = chance('planned', plan.month, agent_id, product, fate, on ?? '');
  const buyers = others.filter((one) => one.agent_id === agent_id && one.signed_at.startsWith(on ?? ''));
  return Array.from({ length: plan.count }, (_, index) => {
    const date = on ?? days[index % days.length];
    const customer = plan.to_buyers ? buyers[index]?.customer_no : customers.next();
    if (date === undefined || customer === undefined) throw new RangeError(`${agent_id}: no day or buyer`);
    return sale(agent_id, sellingTime(date, random), customer, product, fate, random);
  });
}
