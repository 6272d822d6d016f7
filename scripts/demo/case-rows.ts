/** Short ways to write the rows of cases. */
import type { Bill } from '../department/bills.js';
import { NUMBERS, phoneNumber } from '../department/names.js';
import type { ProductCode } from '../department/products.js';
import type { Fate, NumberedSale } from '../department/sales.js';

/** The number of the `n`th customer who exists for a case alone. */
export function caseCustomer(n: number): string {
  return phoneNumber(NUMBERS.cases + n);
}

/** A sign-up of a case: its customer, what its month's extract (`bills`) and the next one (`later`) say. */
export function caseSale(
  signup_id: string,
  agent_id: string,
  signed_at: string,
  customer: number,
  product: ProductCode,
  fate: Fate,
  bills: readonly Bill[],
  later: readonly Bill[] = [],
): NumberedSale {
  return { signup_id, agent_id, signed_at, customer_no: caseCustomer(customer), product, fate, bills, later };
}
