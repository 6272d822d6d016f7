/** The do-not-disturb list and the visits, as far as they show a case. */
import type { Row } from '../exports/columns.js';
import { caseCustomer } from './case-rows.js';

/** D-5: the calls to these numbers stand in days.ts. */
export const CASE_LISTINGS: readonly Row<'do_not_disturb'>[] = [
  { customer_no: caseCustomer(201), listed_on: '2025-04-10' },
  { customer_no: caseCustomer(202), listed_on: '2025-04-10' },
  { customer_no: caseCustomer(203), listed_on: '2025-03-15' },
  // A repeated listing counts once.
  { customer_no: caseCustomer(203), listed_on: '2025-03-15' },
];

const visit = (customer: number, visited_on: string, booked_on: string, agent_id: string): Row<'visits'> => {
  return { customer_no: caseCustomer(customer), visited_on, booked_on, agent_id };
};

/** H2-4: the calls to 211–213 on 9 April stand in days.ts. */
export const CASE_VISITS: readonly Row<'visits'>[] = [
  // Visited before the day of the call, on that day, after it: only the first is no longer unvisited.
  visit(211, '2025-04-08', '', '0304'),
  visit(212, '2025-04-09', '', '0304'),
  visit(213, '2025-04-20', '', '0304'),
  // Appointments: one customer twice, one in another month, one of nobody's.
  visit(216, '', '2025-04-16', '0304'),
  visit(216, '', '2025-04-23', '0304'),
  visit(217, '', '2025-05-06', '0304'),
  visit(218, '', '2025-04-17', ''),
];
