/** Conditions of gates and cases: several together, the opposite of one, the day of hiring. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { faultsIn, load } from '../rules/rule-files.js';

const plan = (gate: string): string => `
measures:
  sold: { name: sold, when_absent: zero, stated: P-1 }
  quality: { name: quality, when_absent: skip, stated: P-1 }
components:
  bonus: { name: b, clause: P-1, column: allowances, amount: 100, gate: [${gate}], stated: P-1 }
  by_case: { name: c, clause: P-1, column: allowances, amount: { cases: [{ when: [${gate}], pays: 5 }, { pays: 2 }] }, stated: P-1 }
`;

const outcome = (gate: string, example: string): string[] =>
  failuresOf(load(completed(`${plan(gate)}examples:\n  it: ${example}\n`)));

const HOLDS = 'pays: { bonus: 100, by_case: 5 }';
const FAILS = 'pays: { bonus: 0, by_case: 2 }';

const SOLD = '{ measure: sold, at_least: 10 }';
const GOOD = '{ measure: quality, at_least: 80% }';
const LEADER = '{ role: [team_leader] }';

describe('several conditions together', () => {
  it.each([
    ['all, where all hold', `{ all: [${SOLD}, ${GOOD}] }`, 'given: { sold: 10, quality: 80% }', HOLDS],
    ['all, where one does not', `{ all: [${SOLD}, ${GOOD}] }`, 'given: { sold: 9, quality: 80% }', FAILS],
    // What fails decides, also where another can't be told.
    ['all, where one fails and one lacks', `{ all: [${GOOD}, ${SOLD}] }`, 'given: { sold: 9 }', FAILS],
    [
      'any of all',
      `{ any: [{ all: [${SOLD}, ${GOOD}] }, ${LEADER}] }`,
      'person: { role: team_leader }',
      HOLDS,
    ],
    [
      'any of all, none',
      `{ any: [{ all: [${SOLD}, ${GOOD}] }, ${LEADER}] }`,
      'given: { sold: 10, quality: 79% }',
      FAILS,
    ],
    ['not, where it does not hold', `{ not: ${LEADER} }`, 'given: { sold: 0 }', HOLDS],
    ['not, where it holds', `{ not: ${LEADER} }`, 'person: { role: team_leader }', FAILS],
    ['not, of an empty cell', '{ not: { grade: [A] } }', 'given: { sold: 0 }', HOLDS],
    ['not of any', `{ not: { any: [${SOLD}, ${LEADER}] } }`, 'given: { sold: 9 }', HOLDS],
    ['not of any, one of them', `{ not: { any: [${SOLD}, ${LEADER}] } }`, 'given: { sold: 10 }', FAILS],
  ])('%s', (_, gate, facts, expected) => {
    expect(outcome(gate, `{ ${facts}, ${expected} }`)).toEqual([]);
  });

  it.each([
    ['all, where none fails', `{ all: [${SOLD}, ${GOOD}] }`],
    ['not', `{ not: ${GOOD} }`],
  ])('a measure without a value leaves it undecided: %s', (_, gate) => {
    expect(outcome(gate, `{ given: { sold: 10 }, ${HOLDS} }`)).toEqual([
      'it: bonus: 0, not 100',
      // Neither case: what the plan skips is not paid.
      'it: by_case: 0, not 5',
    ]);
  });
});

describe('the day of hiring', () => {
  it.each([
    ['hired_before', '2024-03-31', HOLDS],
    ['hired_before', '2024-04-01', FAILS],
    ['hired_from', '2024-03-31', FAILS],
    ['hired_from', '2024-04-01', HOLDS],
  ])('%s 2024-04-01, hired on %s', (side, hired, expected) => {
    expect(outcome(`{ ${side}: 2024-04-01 }`, `{ person: { hired_on: ${hired} }, ${expected} }`)).toEqual([]);
  });
});

describe('is refused', () => {
  it.each([
    ['all of one', `{ all: [${SOLD}] }`],
    ['not of a list', `{ not: [${SOLD}] }`],
    ['a month of hiring', '{ hired_before: 2024-04 }'],
    ['two sides at once', '{ hired_from: 2024-04-01, hired_before: 2025-04-01 }'],
  ])('%s', (_, gate) => {
    expect(faultsIn(completed(plan(gate)))).not.toEqual([]);
  });
});
