/** What docs/plan-language.md says of formulas is what they do: every row of its table is computed. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decimal, formatShort } from '../src/base/exact.js';
import { evaluate } from '../src/calc/formula.js';
import { given } from '../src/calc/trace.js';
import { Fault } from '../src/rules/fault.js';
import { parseFormula } from '../src/rules/formula.js';
import { MEASURES } from '../src/rules/measures.js';
import { handbookWith, S } from './calc/plans.js';

const TEXT = readFileSync(resolve(import.meta.dirname, '../docs/plan-language.md'), 'utf8');

const FORMULAS = /^## Formulas$([^]+?)^## /m.exec(TEXT)?.[1] ?? '';

const ROWS = [...FORMULAS.matchAll(/^\| `(.+)` \| (.+) \|$/gm)].map((match): [string, string] => [
  (match[1] ?? '').replaceAll('\\|', '|'),
  match[2] ?? '',
]);

const VALUES = new Map(
  [...FORMULAS.matchAll(/`(\w+)` (\d+)(?:,| and|:)/g)].map((match) => [
    match[1] ?? '',
    decimal(match[2] ?? ''),
  ]),
);

describe('the table of formulas', () => {
  it('is there, and names the numbers it is computed with', () => {
    expect(ROWS.length).toBeGreaterThan(10);
    expect([...VALUES.keys()]).toEqual(['counted', 'gross', 'target', 'collected']);
  });

  it.each(ROWS)('%s = %s', (text, expected) => {
    const value = parseFormula(text);
    if (value instanceof Fault) throw new Error(text);
    const mark = { kind: 'stated', clause: 'P-1', path: '', at: { file: '' } } as const;
    const found = evaluate({ value, text, mark, path: '', at: { file: '' } }, { en: '', zh: '' }, (name) => ({
      trace: given({ en: name, zh: name }, VALUES.get(name) ?? decimal('-1')),
    }));
    expect('trace' in found ? formatShort(found.trace.value) : found.absent.en).toBe(expected);
  });
});

it('the measures that telepay counts itself are listed', () => {
  const counted = Object.entries(MEASURES).flatMap(([name, { per }]) => (per === 'month' ? [name] : []));
  const listed = /telepay counts these itself:\n([^.]+)\./.exec(TEXT)?.[1] ?? '';
  expect([...listed.matchAll(/`(\w+)`/g)].map((match) => match[1])).toEqual(counted);
});

it('the measures of the example load', () => {
  const plan = handbookWith({
    measures: `{ collected: { name: a, when_absent: { value: zero, ${S} } }, mail: { name: c, count: signups, where: { product: [MAIL], outcome: [counted] }, ${S} }, above_target: { name: b, formula: { value: "max(counted - target, 0)", ${S} } } }`,
  });
  expect(Object.keys(plan.measures ?? {})).toEqual(['collected', 'mail', 'above_target']);
});
