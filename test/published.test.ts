/**
 * Pay plans that others have published with worked answers, as rule files: each file of fixtures/published is a whole
 * plan, and its examples come to the answers of its source, all of which expected.yaml lists.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decimal, type Exact } from '../src/base/exact.js';
import type { Example } from '../src/rules/examples.js';
import { readYaml } from '../src/yaml/read.js';
import { toPlain } from '../src/yaml/tree.js';
import { failuresOf } from './rules/complete-plan.js';
import { load } from './rules/rule-files.js';

const FOLDER = resolve(import.meta.dirname, '../fixtures/published');
const ANSWERS = 'expected.yaml';

const answers = readYaml(readFileSync(resolve(FOLDER, ANSWERS)), ANSWERS);
if (!('root' in answers)) throw new Error(`${ANSWERS} can't be read`);
const EXPECTED = Object.entries(z.record(z.string(), z.array(z.string())).parse(toPlain(answers.root)));

/** `95%` or `1675.00`, exactly. */
const numberOf = (text: string): Exact =>
  text.endsWith('%') ? decimal(text.slice(0, -1)).div(100) : decimal(text);

/** Every number that an example expects; a measure that it gives as one number is no answer. */
function assertedBy({ months, total }: Example): Exact[] {
  const said = months.flatMap(({ people }) => people.map(({ says }) => says));
  const written = said.flatMap(
    ({ given = {}, pays = {}, measures = {}, parts = {}, net, paid, debt_out }) => [
      ...Object.values(pays),
      ...Object.entries(measures).flatMap(([name, value]) => (given[name]?.length === 1 ? [] : [value])),
      ...Object.values(parts).flat(),
      ...[net, paid, debt_out].filter((one) => one !== undefined),
    ],
  );
  const ofAll = [...Object.values(total?.pays ?? {}), ...(total?.paid ? [total.paid] : [])];
  return [...written, ...ofAll].map((one) => one.value);
}

/** The answers that none of these numbers is; each number answers once. */
function unasserted(texts: readonly string[], numbers: readonly Exact[]): string[] {
  const left = [...numbers];
  return texts.filter((text) => {
    const index = left.findIndex((one) => one.equals(numberOf(text)));
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

it('each of the 58 plans is stated', () => {
  const ids = EXPECTED.map(([id]) => id);
  expect(ids).toHaveLength(58);
  const files = readdirSync(FOLDER).filter((name) => name !== ANSWERS);
  expect(files.toSorted()).toEqual(ids.map((id) => `${id}.yaml`).toSorted());
});

describe.each(EXPECTED)('%s', (id, texts) => {
  const rules = load(readFileSync(resolve(FOLDER, `${id}.yaml`), 'utf8'), `${id}.yaml`);

  it('comes to what its examples say', () => {
    expect(failuresOf(rules)).toEqual([]);
  });

  it('asserts every answer of its source', () => {
    expect(texts.length).toBeGreaterThan(0);
    expect(unasserted(texts, rules.examples.flatMap(assertedBy))).toEqual([]);
  });
});
