/** Numbers that other plans may need; no rule of the shipped plan names them. */
import type { Month } from '../../src/base/period.js';
import type { Row } from '../exports/columns.js';
import type { Chance } from '../seeded.js';
import { isRestDay } from './calendar.js';

/** Customers' satisfaction, dated by the month, and the hours of each rest day worked, dated by the day. */
export function measureRows(
  assessed: ReadonlyMap<string, readonly string[]>,
  month: Month,
  chance: Chance,
): Row<'measures'>[] {
  const random = chance('measures', month);
  const rows: Row<'measures'>[] = [];
  for (const [agent_id, days] of assessed) {
    const value = `${random.between(82, 99)}.${random.below(10)}`;
    rows.push({ agent_id, date: month, measure: 'satisfaction', value, ref: '' });
    for (const date of days.filter(isRestDay)) {
      const ref = `JB${date.replaceAll('-', '')}`;
      rows.push({ agent_id, date, measure: 'rest_day_hours', value: random.pick(['8', '7.5', '4']), ref });
    }
  }
  return rows;
}
