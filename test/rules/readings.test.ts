/**
 * The handbook's grade table can be read in two ways (section 7): rules/2025.04.yaml holds the first,
 * rules/readings/2025.04-grades.yaml the second. They differ in the grades alone, and both grade.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decimal, formatShort } from '../../src/base/exact.js';
import { gradeQuarter } from '../../src/calc/grade.js';
import type { Outcome } from '../../src/calc/outcomes.js';
import type { ClosedMonth, ClosedSignup } from '../../src/calc/past.js';
import type { Plan } from '../../src/rules/plan.js';
import { valuesOf } from '../../src/rules/values.js';
import { type Cells, readReport } from '../calc/reports.js';
import { day, time } from '../calc/rows.js';
import { load, month, SHIPPED } from './rule-files.js';
import { onePlan } from '../../src/rules/plans.js';

const FILE = 'rules/readings/2025.04-grades.yaml';
const SECOND = readFileSync(resolve(import.meta.dirname, '../..', FILE), 'utf8');

const first = load(SHIPPED, 'rules/2025.04.yaml').plan;
const second = load(SECOND, FILE).plan;

/** The threshold of retraining is the same, but its reason speaks of the grade "qualified", which is not. */
const RETRAINING = 'score_below';

/** A rule file's lines but for its head comment, its version, its grades and the reason of one threshold. */
function common(text: string): string[] {
  const lines = text.split('\n');
  const at = (start: string): number => lines.findIndex((line) => line.startsWith(start));
  const kept = [...lines.slice(at('version: '), at('# ── 六')), ...lines.slice(at('# ── 七'))];
  return kept.filter((line) => !line.startsWith('version: ') && !line.includes(RETRAINING));
}

const isOfGrades = ({ path }: { path: string }): boolean => path.startsWith('grades.');

describe('the second reading', () => {
  it('is the shipped rule file in every line but those of the grades', () => {
    expect(common(SECOND)).toEqual(common(SHIPPED));
    expect(common(SECOND).length).toBeGreaterThan(SECOND.split('\n').length - 50);
  });

  it('is the shipped plan in every value but those of the grades', () => {
    const others = (plan: Plan): string[] =>
      valuesOf(plan)
        .filter((value) => !isOfGrades(value))
        .map(({ path, text, mark }) => `${path} ${text} ${mark.kind} ${mark.clause}`);
    expect(others(second)).toEqual(others(first));
  });

  it('has a version of its own, from the same day on', () => {
    expect([first.version, second.version]).toEqual(['2025.04', '2025.04-grades']);
    expect(second.effective_from).toBe(first.effective_from);
  });

  it('says of each of its values how far the text bears it', () => {
    const marks = valuesOf(second)
      .filter(isOfGrades)
      .map(({ path, text, mark }) =>
        [path.replace(/^grades\.(levels\.)?/, ''), text, mark.kind, mark.clause].join(' '),
      );
    expect(marks).toEqual([
      'mean_on_edge upper assumed G-5',
      'three_star.name 三星级营销员 stated G-3',
      'three_star.mean_from 90 assumed G-3', // the text has "90-100", not whose it is
      'three_star.tenure_months 2 stated G-3',
      'qualified.name 达标营销员 stated G-4',
      'qualified.mean_from 80 assumed G-4', // likewise
      'qualified.tenure_months 1 stated G-6',
      'qualified.quota.at_most 15% stated G-2', // beside the "80-90"
      'qualified.quota.of agents assumed G-2',
      'qualified.quota.rounded down assumed G-2',
      'qualified.points.number 3 stated G-2',
      'qualified.points.paid no assumed G-2',
    ]);
  });

  it('names the first one as what else its bands could be, and is named by it', () => {
    const others = (plan: Plan): string[][] =>
      ['three_star', 'qualified'].map((level) => {
        const mark = plan.grades?.levels[level]?.mean_from.mark;
        return mark?.kind === 'assumed' ? [...mark.alternatives] : [];
      });
    expect(others(second)).toEqual([['70'], ['60']]);
    expect(others(first)).toEqual([['90'], ['80']]);
  });
});

/** An agent of the quarter. */
interface Agent {
  readonly id: string;
  readonly mean: string;
  /** Full months at the quarter's end. */
  readonly tenure: 0 | 1 | 2;
  /** How his sign-ups came out; none unless it is said. */
  readonly signups?: readonly Outcome[];
}

const QUARTER_END = day('2025-06-30');

// The 31st of May plus one month is the 30th of June: short months are clipped.
const HIRED = { 0: '2025-06-01', 1: '2025-05-31', 2: '2025-04-30' } as const;

function quarterOf(agents: readonly Agent[], plan: Plan): ClosedMonth {
  return {
    month: month('2025-06'),
    plans: onePlan(plan),
    people: agents.map(({ id, tenure }) => ({
      agent_id: id,
      name: id,
      team: 'T',
      role: 'agent',
      hired_on: day(HIRED[tenure]),
    })),
    scores: new Map(agents.map(({ id, mean }) => [id, decimal(mean)])),
    signups: agents.flatMap(({ id, signups = [] }) => signups.map((outcome) => signup(id, outcome))),
    unlisted: [],
    remembered: [],
    paid: [],
    gates: [],
  };
}

function signup(agent: string, outcome: Outcome): ClosedSignup {
  return {
    signup_id: `S-${agent}`,
    agent_id: agent,
    signed_at: time('2025-06-02 09:00:00'),
    customer_no: '13900000101',
    product: 'MAIL',
    outcome,
    paid_points: undefined,
    billed: decimal('0'),
    taken_back: undefined,
    at: { file: 'signups.csv', line: 2 },
  };
}

/** Grades by agent, with the points where there are any. */
function grades(plan: Plan, agents: readonly Agent[]): Record<string, string> {
  const graded = gradeQuarter(onePlan(plan), [quarterOf(agents, plan)], QUARTER_END);
  return Object.fromEntries(
    graded.map(({ agent_id, grade = 'none', points }) => [
      agent_id,
      points ? `${grade} ${formatShort(points)}` : grade,
    ]),
  );
}

/** So many more agents below every grade: they count among those that 15% are taken of. */
const below = (count: number): Agent[] =>
  Array.from({ length: count }, (_, index) => ({ id: `Z${index}`, mean: '50', tenure: 2 }));

describe('a grade hangs on mean and tenure', () => {
  it.each<[mean: string, tenure: 0 | 1 | 2, first: string, second: string]>([
    ['95', 2, 'five_star', 'three_star'],
    ['90', 2, 'five_star', 'three_star'], // on the edge: the upper band
    ['89.99', 2, 'four_star 3', 'qualified 3'],
    ['85', 2, 'four_star 3', 'qualified 3'],
    ['80', 2, 'four_star 3', 'qualified 3'],
    ['79.99', 2, 'three_star', 'none'],
    ['65', 2, 'qualified', 'none'],
    ['59', 2, 'none', 'none'],
    // After one month only `qualified` is open: it takes a mean of 60, or of 80.
    ['95', 1, 'qualified', 'qualified 3'],
    ['90', 1, 'qualified', 'qualified 3'],
    ['89.99', 1, 'qualified', 'qualified 3'],
    ['85', 1, 'qualified', 'qualified 3'],
    ['80', 1, 'qualified', 'qualified 3'],
    ['79.99', 1, 'qualified', 'none'],
    ['65', 1, 'qualified', 'none'],
    ['59', 1, 'none', 'none'],
    // During the trial there is no grade.
    ['95', 0, 'none', 'none'],
    ['85', 0, 'none', 'none'],
    ['65', 0, 'none', 'none'],
    ['59', 0, 'none', 'none'],
  ])('%s after %i months: %s, in the second reading %s', (mean, tenure, one, other) => {
    const agents: Agent[] = [{ id: 'A', mean, tenure }, ...below(13)];
    expect([grades(first, agents)['A'], grades(second, agents)['A']]).toEqual([one, other]);
  });
});

describe('15% of the agents, rounded down', () => {
  it.each([
    [6, 0], // 0.9
    [7, 1], // 1.05
    [13, 1], // 1.95
    [14, 2], // 2.1
    [20, 3],
  ])('of %i agents %i get the grade with the points, in either reading', (agents, places) => {
    const all = below(agents).map((one) => ({ ...one, mean: '85' }));
    const count = (plan: Plan, grade: string): number =>
      Object.values(grades(plan, all)).filter((one) => one === grade).length;
    expect([count(first, 'four_star 3'), count(first, 'three_star')]).toEqual([places, agents - places]);
    expect([count(second, 'qualified 3'), count(second, 'none')]).toEqual([places, agents - places]);
  });

  it('are ranked by mean, reversal rate and id; the others fall to the next grade, or below all', () => {
    const agents: Agent[] = [
      { id: 'A1', mean: '95', tenure: 2 },
      { id: 'A2', mean: '91', tenure: 1 },
      { id: 'A3', mean: '85', tenure: 2, signups: ['reversed', 'counted'] }, // reversal rate 1/2
      { id: 'A4', mean: '85', tenure: 2, signups: ['forced', 'counted', 'counted'] }, // 1/3
      { id: 'A5', mean: '85', tenure: 2, signups: ['counted', 'counted', 'reversed'] }, // 1/3, after A4
      { id: 'A6', mean: '84.99', tenure: 2 },
      ...below(8),
    ];
    // 14 × 15% = 2.1: two places. A2's one month shuts him out of the stars: in the second reading he is qualified, and first.
    expect(grades(first, agents)).toMatchObject({
      A1: 'five_star',
      A2: 'qualified',
      A3: 'three_star',
      A4: 'four_star 3',
      A5: 'four_star 3',
      A6: 'three_star',
    });
    expect(grades(second, agents)).toMatchObject({
      A1: 'three_star',
      A2: 'qualified 3',
      A3: 'none',
      A4: 'qualified 3',
      A5: 'none',
      A6: 'none',
    });
  });
});

describe('the golden quarter', () => {
  const QUARTER = resolve(import.meta.dirname, '../../fixtures/golden/quarter');
  const expected = readReport(`${QUARTER}/expected/2025-06/grades.csv`);
  const people = readReport(`${QUARTER}/months/2025-06/agents.csv`).map(personOf);
  const months = (plan: Plan): ClosedMonth[] =>
    ['2025-04', '2025-05', '2025-06'].map((name) => {
      const totals = readReport(`${QUARTER}/expected/${name}/scores.csv`).filter(
        (row) => row['item'] === 'total',
      );
      const scores = new Map(
        totals.map((row) => [String(row['agent_id']), decimal(String(row['value']))] as const),
      );
      return {
        month: month(name),
        plans: onePlan(plan),
        people,
        scores,
        signups: [],
        unlisted: [],
        remembered: [],
        paid: [],
        gates: [],
      };
    });
  const graded = (plan: Plan): Record<string, string> =>
    Object.fromEntries(
      gradeQuarter(onePlan(plan), months(plan), QUARTER_END).map(({ agent_id, grade = 'none' }) => [
        agent_id,
        grade,
      ]),
    );

  it('in the first reading: as the independent calculation', () => {
    expect(graded(first)).toEqual(
      Object.fromEntries(expected.map((row) => [row['agent_id'], row['grade']] as const)),
    );
  });

  it('in the second: one mean of 90, two places of 19 × 15% = 2.85 for 89.996667 and 89.10', () => {
    const none = Object.fromEntries(expected.map((row) => [String(row['agent_id']), 'none']));
    expect(expected).toHaveLength(19);
    expect(graded(second)).toEqual({ ...none, D0006: 'three_star', D0017: 'qualified', '0015': 'qualified' });
  });
});

function personOf(row: Cells): ClosedMonth['people'][number] {
  const { agent_id = '', name = '', team = '', hired_on = '', left_on = '' } = row;
  const person = { agent_id, name, team, role: 'agent', hired_on: day(hired_on) } as const;
  return left_on === '' ? person : { ...person, left_on: day(left_on) };
}
