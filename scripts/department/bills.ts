/** Rows of a billing extract about one sign-up. */
import {
  addMonths,
  lastDay,
  monthOf,
  parseIsoDate,
  shiftMonth,
  type PlainDate,
} from '../../src/base/period.js';
import type { Seeded } from '../seeded.js';
import { PRODUCTS, yuan, type ProductCode } from './products.js';

export interface Bill {
  readonly bill_month: string;
  readonly fee_type: 'rent' | 'usage' | 'other';
  readonly amount: string;
  readonly status: 'active' | 'cancelled' | 'left_network';
  readonly cancelled_on: string;
}

export function bill(bill_month: string, fee_type: Bill['fee_type'], amount: string): Bill {
  return { bill_month, fee_type, amount, status: 'active', cancelled_on: '' };
}

export function cancelled(bill_month: string, amount: string, cancelled_on: string): Bill {
  return { bill_month, fee_type: 'rent', amount, status: 'cancelled', cancelled_on };
}

export function leftNetwork(bill_month: string, amount: string): Bill {
  return { bill_month, fee_type: 'rent', amount, status: 'left_network', cancelled_on: '' };
}

function dayOf(signed_at: string): PlainDate {
  const day = parseIsoDate(signed_at.slice(0, 10));
  if (!day) throw new RangeError(`not a day: ${signed_at}`);
  return day;
}

/** What makes a sign-up count: its rent, and now and then some usage. */
export function counting(product: ProductCode, signed_at: string, random: Seeded): readonly Bill[] {
  return running(product, monthOf(dayOf(signed_at)), random);
}

/** As the next month's extract has a product that is still in use, or cancelled (one in fifty) by then. */
export function laterBills(product: ProductCode, signed_at: string, random: Seeded): readonly Bill[] {
  const next = shiftMonth(monthOf(dayOf(signed_at)), 1);
  if (random.perMille(980)) return running(product, next, random);
  const day = String(random.between(1, 28)).padStart(2, '0');
  return [cancelled(next, yuan(PRODUCTS[product].fee), `${next}-${day}`)];
}

function running(product: ProductCode, month: string, random: Seeded): readonly Bill[] {
  const { fee, counts_on } = PRODUCTS[product];
  switch (counts_on) {
    case 'activation':
      // Most trials stand in the extract at nothing.
      return random.perMille(850) ? [bill(month, 'rent', yuan(fee))] : [];
    case 'rent':
    case 'charge': {
      const rent = bill(month, 'rent', yuan(fee));
      return random.perMille(200) ? [rent, bill(month, 'usage', yuan(random.between(10, 350)))] : [rent];
    }
  }
}

/** A row that takes the sign-up back: cancelled up to a month after it, or the customer left the network. */
export function reversedBills(product: ProductCode, signed_at: string, random: Seeded): readonly Bill[] {
  const day = dayOf(signed_at);
  const month = monthOf(day);
  const amount = yuan(random.perMille(500) ? PRODUCTS[product].fee : 0);
  if (random.perMille(300)) return [leftNetwork(month, amount)];
  // At latest on the 10th of the next month, when the extract is taken.
  const nextMonth = monthOf(addMonths(day, 1));
  const inMonth = random.perMille(600);
  const date = inMonth
    ? String(random.between(Number(day.slice(8)), Number(lastDay(month).slice(8))))
    : String(random.between(1, 10));
  return [cancelled(month, amount, `${inMonth ? month : nextMonth}-${date.padStart(2, '0')}`)];
}

/** Rows that prove no charge, or no rent where rent is needed. */
export function unbilledBills(product: ProductCode, signed_at: string, random: Seeded): readonly Bill[] {
  const month = monthOf(dayOf(signed_at));
  if (PRODUCTS[product].counts_on === 'charge') return [bill(month, 'rent', '0.00')];
  return [bill(month, 'usage', yuan(random.between(10, 350)))];
}
