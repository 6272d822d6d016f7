/** Whatever value of a plan changes: every line that differs is of a component that was named beforehand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/base/exact.js';
import { shiftMonth } from '../../src/base/period.js';
import { advance } from '../../src/calc/advance.js';
import { stateOf } from '../../src/calc/closing.js';
import { calculateExample } from '../../src/calc/examples/example-month.js';
import type { MonthResult } from '../../src/calc/month.js';
import { NO_PAST_MONTHS, type Past } from '../../src/calc/past.js';
import type { Example } from '../../src/rules/examples.js';
import type { Plan } from '../../src/rules/plan.js';
import { planOfMonth } from '../../src/rules/plan-on.js';
import { onePlan } from '../../src/rules/plans.js';
import { together, type Touched, touches } from '../../src/rules/touches.js';
import { calculate } from '../calc/department.js';
import { anyMonth } from '../calc/random-month.js';
import { RANDOM_TEXTS } from '../calc/random-plans.js';
import { mutantsOf } from './mutants.js';
import { load } from './rule-files.js';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = [
  'fixtures/published',
  ...readdirSync(join(ROOT, 'fixtures/plans')).map((name) => `fixtures/plans/${name}/rules`),
];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.yaml') && name !== 'expected.yaml')
    .map((name) => `${folder}/${name}`),
);

/** Each line as a key with its component and product, and what it comes to. */
type Lines = ReadonlyMap<
  string,
  { readonly component: string; readonly product: string | undefined; readonly amount: string }
>;

function linesOf(results: readonly MonthResult[]): Lines {
  return new Map(
    results.flatMap(({ month, agents }) =>
      agents.flatMap((agent) => [
        ...agent.lines.map((line) => {
          const { line_id, agent_id, component, applied } = line;
          const product = line.product ?? line.prior?.product;
          return [
            `${month} ${agent_id} ${line_id}`,
            { component, product, amount: toText(applied) },
          ] as const;
        }),
        [
          `${month} ${agent.facts.agent.agent_id} score`,
          {
            component: '(score)',
            product: undefined,
            amount: agent.score?.total ? toText(agent.score.total.value) : '',
          },
        ] as const,
      ]),
    ),
  );
}

/** What differs and was not named. */
function unnamed(before: Lines, after: Lines, touched: Touched): string[] {
  const named = new Map(touched.components.map((one) => [one.component, one.products]));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const line = old ?? now;
    if (!line || old?.amount === now?.amount) return [];
    if (line.component === '(score)') return touched.score ? [] : [key];
    const products = named.get(line.component);
    const isNamed = named.has(line.component) && (!products || products.includes(line.product ?? ''));
    return isNamed ? [] : [key];
  });
}

/** An example's months, each on what the one before leaves; none where they can't be calculated. */
function monthsOf(plan: Plan, { months }: Example): MonthResult[] {
  const [first] = months;
  if (!first) return [];
  let past: Past = {
    ...NO_PAST_MONTHS,
    months: Array.from({ length: 24 }, (_, index) => ({
      month: shiftMonth(first.month, index - 24),
      plans: onePlan(plan),
      signups: [],
      unlisted: [],
      paid: [],
      gates: [],
      scores: new Map(),
      remembered: [],
      people: [],
    })),
  };
  return months.map((month) => {
    const own = planOfMonth(plan, month.month);
    const { result } = calculateExample(own, month, past);
    past = advance(past, stateOf(result), [own]);
    return result;
  });
}

describe('what a changed value touches', () => {
  /** Files of which a changed value made some line differ. */
  let total = 0;

  it.each(FILES)('holds for every value and example of %s', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const rules = load(text);
    const before = rules.examples.map((example) => linesOf(monthsOf(rules.plan, example)));
    let differing = 0;
    for (const { path, text: now, rules: read } of mutantsOf(text, rules)) {
      const mutant = read();
      if (!mutant) continue;
      const touched = together(touches(rules.plan, path), touches(mutant.plan, path));
      for (const [index, example] of rules.examples.entries()) {
        const after = linesOf(monthsOf(mutant.plan, example));
        const old: Lines = before[index] ?? new Map<string, never>();
        expect(unnamed(old, after, touched), `${path} → ${now}, ${example.name}`).toEqual([]);
        differing += [...old].filter(([key, one]) => after.get(key)?.amount !== one.amount).length;
      }
    }
    total += differing > 0 ? 1 : 0;
  });

  it('was put to the test by nearly all files', () => {
    expect(total).toBeGreaterThan(FILES.length - 12);
  });

  it.each([0, 1, 2])('holds for every value of the handbook in random months, variant %i', (variant) => {
    const text = RANDOM_TEXTS[variant] ?? '';
    const rules = load(text);
    const mutants = mutantsOf(text, rules);
    fc.assert(
      fc.property(anyMonth, fc.constantFrom(...mutants), (parts, { path, rules: read }) => {
        const mutant = read();
        fc.pre(mutant !== undefined);
        const touched = together(touches(rules.plan, path), touches(mutant.plan, path));
        const [before, after] = [calculate(parts, rules.plan), calculate(parts, mutant.plan)];
        expect(unnamed(linesOf([before]), linesOf([after]), touched), path).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
