/** Lays the sign-ups and the billing extract side by side; what has no counterpart is a warning. */
import type { ProblemLog } from '../base/problem-log.js';
import { problem } from '../base/problem.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { BillingRow, KnownPast, SignupRow } from './records.js';

interface CustomerProduct {
  readonly customer_no: string;
  readonly product: string;
}

const keyOf = ({ customer_no, product }: CustomerProduct): string => `${customer_no}\t${product}`;

/**
 * Warns of sign-ups without billing, of products that count without a bill apart, and of billing without
 * sign-up, a line per file and product.
 */
export function matchBilling(
  signups: readonly SignupRow[],
  billing: readonly BillingRow[],
  countsWithoutBill: (row: SignupRow) => boolean,
  past: KnownPast,
  log: ProblemLog,
): void {
  const due = signups.filter((row) => !countsWithoutBill(row));
  const billed = new Set(billing.map(keyOf));
  const signedUp = new Set(signups.map(keyOf));
  const billedProducts = new Set(billing.map((row) => row.product));
  const all = countPerFileAndProduct(due);
  for (const one of countPerFileAndProduct(due.filter((row) => !billed.has(keyOf(row)))).values()) {
    const of = all.get(tallyKey(one))?.count ?? one.count;
    log.add(
      problem(
        INPUT_PROBLEMS.signups_without_billing,
        { file: one.file },
        { ...one, of },
        { value: one.product },
      ),
    );
  }
  const known = (row: BillingRow): boolean =>
    signedUp.has(keyOf(row)) || past.customer_products.has(keyOf(row));
  for (const one of countPerFileAndProduct(billing.filter((row) => !known(row))).values()) {
    log.add(problem(INPUT_PROBLEMS.billing_without_signup, { file: one.file }, one, { value: one.product }));
  }
  for (const [product, count] of countPerProduct(due)) {
    if (billedProducts.has(product)) continue;
    const place = { file: 'billing.csv' };
    log.add(problem(INPUT_PROBLEMS.product_without_billing, place, { product, count }, { value: product }));
  }
}

interface Tally {
  readonly file: string;
  readonly product: string;
  count: number;
}

const tallyKey = ({ file, product }: Pick<Tally, 'file' | 'product'>): string => `${file}\t${product}`;

function countPerFileAndProduct(rows: readonly (SignupRow | BillingRow)[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { at, product } of rows) {
    const key = tallyKey({ file: at.file, product });
    const tally = tallies.get(key) ?? { file: at.file, product, count: 0 };
    tally.count += 1;
    tallies.set(key, tally);
  }
  return tallies;
}

function countPerProduct(rows: readonly SignupRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { product } of rows) counts.set(product, (counts.get(product) ?? 0) + 1);
  return counts;
}
