/**
 * What docs/plan-language.md, docs/plan-sections.md and docs/how-do-i-say.md say is what happens: every row of the table of formulas is
 * computed, every part of a rule file is completed to a whole one and loaded, and its examples are run.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decimal, formatShort } from '../src/base/exact.js';
import { evaluate } from '../src/calc/formula.js';
import { given } from '../src/calc/trace.js';
import { EXAMPLES } from '../src/problems/rule-key-examples.js';
import { Fault } from '../src/rules/fault.js';
import { parseFormula } from '../src/rules/formula-reader.js';
import { MEASURES } from '../src/rules/measures.js';
import { completed, failuresOf } from './rules/complete-plan.js';
import { load } from './rules/rule-files.js';

const DOCS = resolve(import.meta.dirname, '../docs');
const TEXT = readFileSync(resolve(DOCS, 'plan-language.md'), 'utf8');

/** The section on formulas, up to the next heading. */
const FORMULAS = /^## Formulas$(.*?)^## /ms.exec(TEXT)?.[1] ?? '';

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

it('every key that a message shows how to write is in the pages', () => {
  const pages = ['plan-language.md', 'plan-sections.md'].map((page) =>
    readFileSync(resolve(DOCS, page), 'utf8'),
  );
  const keys = Object.keys(EXAMPLES).map((name) => name.split('.').at(-1) ?? '');
  expect(keys.filter((key) => !pages.some((page) => new RegExp(`\\b${key}\\b`).test(page)))).toEqual([]);
});

/** What stands in the pages as parts of rule files, each with its page and line. */
const PARTS = ['plan-language.md', 'plan-sections.md', 'how-do-i-say.md'].flatMap((page) => {
  const text = readFileSync(resolve(DOCS, page), 'utf8');
  return [...text.matchAll(/```yaml\n(.*?)```/gs)]
    .map(({ index, 1: part = '' }) => ({ part, name: `${page}:${text.slice(0, index).split('\n').length}` }))
    .filter(({ part }) => /^(?:measures|components|examples|grades|checks):/m.test(part));
});

describe('the parts of rule files in the pages', () => {
  it('have examples', () => {
    expect(PARTS.filter(({ part }) => part.includes('examples:')).length).toBeGreaterThan(30);
  });

  it.each(PARTS)('load, and come to what their examples say: $name', ({ part }) => {
    const rules = load(completed(part));
    expect(rules.examples.length > 0).toBe(/^examples:/m.test(part));
    expect(failuresOf(rules)).toEqual([]);
  });
});

it('twenty clauses and more are answered, each with an example', () => {
  const answers = readFileSync(resolve(DOCS, 'how-do-i-say.md'), 'utf8').split(/^### /m).slice(1);
  expect(answers.length).toBeGreaterThanOrEqual(20);
  const silent = answers.filter(
    (answer) => !answer.includes('examples:') && !answer.includes('plan-language.md#'),
  );
  expect(silent).toEqual([]);
});
