/** A file is the same as itself, and differs from each of its mutants in that value. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { diffPlans } from '../../src/rules/plan-diff.js';
import { meaningOf } from '../../src/rules/meaning.js';
import { mutantsOf } from './mutants.js';
import { load } from './rule-files.js';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/published');
const FILES = readdirSync(FOLDER).filter((name) => name !== 'expected.yaml');

it.each(FILES)('%s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const rules = load(text);
  expect(diffPlans(rules, rules)).toMatchObject({ differences: [], reordered: [] });
  for (const { path, text: now, rules: read } of mutantsOf(text, rules)) {
    const mutant = read();
    if (!mutant) continue;
    const { differences } = diffPlans(rules, mutant);
    const isSame = meaningOf(rules.plan) === meaningOf(mutant.plan);
    expect(differences.length, `${path} → ${now}`)[isSame ? 'toBe' : 'toBeGreaterThan'](0);
    // The value itself, the item of a list that it moves, or the part that takes another form.
    const top = path.split('.').slice(0, 2).join('.');
    expect(
      differences.every((one) => (one.after ?? one.before)?.path.startsWith(top)),
      path,
    ).toBe(true);
  }
});
