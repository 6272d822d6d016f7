/** What is known of customers: collected leads, visits and appointments, the do-not-disturb list. */
import { daysOf, type Month } from '../../src/base/period.js';
import type { Row } from '../exports/columns.js';
import type { Chance } from '../seeded.js';
import { NUMBERS, phoneNumber } from './names.js';
import type { CustomerBook, Sale } from './sales.js';

const SOURCES = ['老客户介绍', '营业厅', '社区宣传', '来电咨询', ''] as const;

/** Customer records collected by each person on each assessed day: 20 to 23, seldom too few. */
export function* leadRows(
  assessed: ReadonlyMap<string, readonly string[]>,
  perDay: number,
  customers: CustomerBook,
  isFixed: (agent_id: string, date: string) => boolean,
  chance: Chance,
): Generator<Row<'leads'>> {
  for (const [agent_id, days] of assessed) {
    const random = chance('leads', agent_id, days[0] ?? '');
    for (const date of days) {
      if (isFixed(agent_id, date)) continue;
      const count = random.perMille(12)
        ? random.between(perDay - 6, perDay - 1)
        : random.between(perDay, perDay + 3);
      for (let index = 0; index < count; index += 1) {
        yield { agent_id, date, customer_no: customers.next(), source: random.pick(SOURCES) };
      }
    }
  }
}

/** Visits to and appointments with some of those who bought in the month. */
export function visitRows(sales: readonly Sale[], month: Month, chance: Chance): Row<'visits'>[] {
  const random = chance('visits', month);
  return sales
    .filter(() => random.perMille(90))
    .map(({ agent_id, customer_no, signed_at }) => {
      const day = String(random.between(Number(signed_at.slice(8, 10)), daysOf(month).length)).padStart(
        2,
        '0',
      );
      const date = `${month}-${day}`;
      const visited = random.perMille(400);
      const booked = !visited || random.perMille(300);
      return { customer_no, visited_on: visited ? date : '', booked_on: booked ? date : '', agent_id };
    });
}

/** The first `count` numbers of the do-not-disturb list: nobody calls them but where the data means it. */
export function listingRows(count: number, chance: Chance): Row<'do_not_disturb'>[] {
  const random = chance('do not disturb');
  const two = (value: number): string => String(value).padStart(2, '0');
  return Array.from({ length: count }, (_, index) => ({
    customer_no: phoneNumber(NUMBERS.listed + index),
    listed_on: `2025-${two(random.between(1, 3))}-${two(random.between(1, 28))}`,
  }));
}
