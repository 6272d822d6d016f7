/**
 * Pay plans that others have published with worked answers, stated in the language of rule files. Each file of
 * fixtures/published holds the measures and components of one plan, and cases: what is given, and what each
 * component then comes to. Not yet stated is what the language lacks a form for (docs/plan-language.md).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { decimal, formatShort } from '../src/base/exact.js';
import { isError } from '../src/base/problem.js';
import { agent, amountsOf, calculate, measured } from './calc/department.js';
import { planOf } from './calc/plans.js';

const FOLDER = resolve(import.meta.dirname, '../fixtures/published');
const BASE = readFileSync(resolve(import.meta.dirname, '../fixtures/rule-errors/base/rules.yaml'), 'utf8');

const numbers = z.record(z.string(), z.coerce.string());
const published = z.strictObject({
  measures: z.record(z.string(), z.unknown()),
  components: z.record(z.string(), z.unknown()),
  cases: z.array(z.strictObject({ given: numbers, pays: numbers })).min(1),
});

/** Numbers as they are written: `0.1` must not become a float on its way. */
const read = (name: string) =>
  published.parse(parse(readFileSync(resolve(FOLDER, name), 'utf8'), { schema: 'failsafe' }));

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const { measures, components, cases } = read(name);
  const plan = planOf(
    `${BASE.replace('components: {}\n', '')}${stringify({ measures, components }, { schema: 'failsafe' })}`,
  );

  it.each(cases)('$given pays $pays', ({ given, pays }) => {
    const rows = Object.entries(given).map(([measure, value]) => measured('A1', measure, value));
    const result = calculate({ agents: [agent('A1')], measures: rows }, plan);
    // A component that can't be computed pays nothing too: that is not the 0 that a case expects.
    expect(result.problems.filter(isError)).toEqual([]);
    const amounts = amountsOf(result, 'A1');
    const found = Object.keys(pays).map((key) => [key, formatShort(decimal(amounts[key] ?? '0'))]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(pays).map(([key, value]) => [key, formatShort(decimal(value))])),
    );
  });
});
