/** What is sold, and what the billing extracts will say of it. */
import type { Row } from '../exports/columns.js';
import type { Seeded } from '../seeded.js';
import { reversedBills, laterBills, counting, unbilledBills, type Bill } from './bills.js';
import { clock } from './calendar.js';
import { phoneNumber } from './names.js';
import { PRODUCTS, PRODUCT_CODES, yuan, type ProductCode } from './products.js';

/** What is meant to become of a sign-up, by the outcomes of the handbook's section 1. */
export type Fate = 'counted' | 'reversed' | 'unbilled' | 'no_billing' | 'duplicate' | 'forced';

export interface Sale {
  /** Fixed for rows that a case names; else given when the month is complete. */
  readonly signup_id?: string;
  readonly agent_id: string;
  readonly signed_at: string;
  readonly customer_no: string;
  readonly product: ProductCode;
  readonly fate: Fate;
  /** Its rows in its own month's extract. */
  readonly bills: readonly Bill[];
  /** Its rows in the next month's extract. */
  readonly later: readonly Bill[];
}

export type NumberedSale = Sale & { readonly signup_id: string };

/** Gives each sale a customer of its own, from `start` of the invented numbers on. */
export class CustomerBook {
  #next: number;

  constructor(start: number) {
    this.#next = start;
  }

  next(): string {
    this.#next += 1;
    return phoneNumber(this.#next);
  }
}

/** A moment of `date` between 09:30 and 17:30. */
export function sellingTime(date: string, random: Seeded): string {
  return `${date} ${clock(random.between(34_200, 63_000))}`;
}

/** A sale to `customer_no` that meets `fate` (not duplicate or forced), with the bills that make it so. */
export function sale(
  agent_id: string,
  signed_at: string,
  customer_no: string,
  product: ProductCode,
  fate: 'counted' | 'reversed' | 'unbilled' | 'no_billing',
  random: Seeded,
): Sale {
  const sold = { agent_id, signed_at, customer_no, product };
  switch (fate) {
    case 'counted':
      return {
        ...sold,
        fate,
        bills: counting(product, signed_at, random),
        later: laterBills(product, signed_at, random),
      };
    case 'reversed':
      return { ...sold, fate, bills: reversedBills(product, signed_at, random), later: [] };
    case 'unbilled':
      return {
        ...sold,
        fate,
        bills: unbilledBills(product, signed_at, random),
        later: lateEvidence(product, signed_at, random),
      };
    case 'no_billing':
      return { ...sold, fate, bills: [], later: lateEvidence(product, signed_at, random) };
  }
}

/** Two in five of what was not billed in time are billed a month later. */
function lateEvidence(product: ProductCode, signed_at: string, random: Seeded): readonly Bill[] {
  return random.perMille(400) ? laterBills(product, signed_at, random) : [];
}

const BY_WEIGHT = PRODUCT_CODES.map((code) => [code, PRODUCTS[code].weight] as const);

const FATES = [
  ['counted', 860],
  ['reversed', 62],
  ['unbilled', 38],
  ['no_billing', 40],
] as const;

/** `count` everyday sales of an agent on `date`; now and then one customer takes a second product. */
export function everydaySales(
  agent_id: string,
  date: string,
  count: number,
  customers: CustomerBook,
  random: Seeded,
): Sale[] {
  const sales: Sale[] = [];
  for (let index = 0; index < count; index += 1) {
    const before = sales.at(-1);
    const product = random.weighted(BY_WEIGHT);
    const isSecond =
      before !== undefined && before.product !== product && sales.at(-2)?.customer_no !== before.customer_no;
    const again = isSecond && random.perMille(120);
    // What counts on activation has no fee to be billed: it counts unless it is cancelled.
    const drawn = random.weighted(FATES);
    const fate = PRODUCTS[product].counts_on === 'activation' && drawn !== 'reversed' ? 'counted' : drawn;
    const customer = again ? before.customer_no : customers.next();
    sales.push(sale(agent_id, sellingTime(date, random), customer, product, fate, random));
  }
  return sales;
}

/** The sales in order of time, each with its id: `<prefix>000001` on, but for those that have theirs. */
export function numbered(sales: readonly Sale[], prefix: string): NumberedSale[] {
  let count = 0;
  return sales.toSorted(bySigning).map((one) => {
    if (one.signup_id !== undefined) return { ...one, signup_id: one.signup_id };
    count += 1;
    return { ...one, signup_id: `${prefix}${String(count).padStart(6, '0')}` };
  });
}

function bySigning(one: Sale, other: Sale): number {
  return one.signed_at < other.signed_at ? -1 : one.signed_at > other.signed_at ? 1 : 0;
}

/** Sales by agent and day, as `soldOn(agent_id, date)`. */
export function byAgentAndDay(sales: readonly Sale[]): (agent_id: string, date: string) => readonly Sale[] {
  const groups = new Map<string, Sale[]>();
  for (const one of sales) {
    const key = `${one.agent_id} ${one.signed_at.slice(0, 10)}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return (agent_id, date) => groups.get(`${agent_id} ${date}`) ?? [];
}

export function signupRow(sale: NumberedSale): Row<'signups'> {
  const { signup_id, agent_id, signed_at, customer_no, product } = sale;
  return { signup_id, agent_id, signed_at, customer_no, product, amount: yuan(PRODUCTS[product].fee) };
}

/** The extract's rows about `sales` in their own month (`bills`) or in the next (`later`). */
export function billingRows(sales: readonly Sale[], which: 'bills' | 'later'): Row<'billing'>[] {
  return sales.flatMap(({ customer_no, product, ...sale }) =>
    sale[which].map((bill) => ({ customer_no, product, ...bill })),
  );
}
