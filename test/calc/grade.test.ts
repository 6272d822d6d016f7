/** Grades of a quarter whose last months are still open: G-1 … G-5 by the quarter's own last day. */
import { expect, it } from 'vitest';
import { decimal } from '../../src/base/exact.js';
import type { PlainDate } from '../../src/base/period.js';
import { gradeQuarter } from '../../src/calc/grade.js';
import type { ClosedMonth } from '../../src/calc/past.js';
import { day, month } from './rows.js';
import { handbook } from './plans.js';
import { onePlan } from '../../src/rules/plans.js';

const person = (agent_id: string, hired_on: PlainDate, left_on?: PlainDate) => ({
  agent_id,
  name: agent_id,
  team: 'T',
  role: 'agent' as const,
  hired_on,
  ...(left_on === undefined ? {} : { left_on }),
});

const APRIL: ClosedMonth = {
  month: month('2025-04'),
  plans: onePlan(handbook),
  people: [
    person('hired in April', day('2025-04-30')),
    person('hired in May', day('2025-05-01')),
    person('leaves in June', day('2025-01-01'), day('2025-06-29')),
    person('leaves on the last day', day('2025-01-01'), day('2025-06-30')),
  ],
  scores: new Map(
    ['hired in April', 'hired in May', 'leaves in June', 'leaves on the last day'].map((id) => [
      id,
      decimal('95'),
    ]),
  ),
  signups: [],
  unlisted: [],
  remembered: [],
  paid: [],
  gates: [],
};

it('counts tenure and employment to the end of the quarter, not of its last closed month', () => {
  const graded = gradeQuarter(onePlan(handbook), [APRIL], day('2025-06-30'));
  expect(graded.map(({ agent_id, tenure_months, grade }) => [agent_id, tenure_months, grade])).toEqual([
    ['hired in April', 2, 'five_star'],
    // Two months would be the 1st of July; one is enough for `qualified`.
    ['hired in May', 1, 'qualified'],
    ['leaves on the last day', 5, 'five_star'],
  ]);
});
