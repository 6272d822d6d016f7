/** Whatever happens to a rule file, loading it ends in a plan or in problems that say where: it never throws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INPUT_PROBLEMS } from '../../src/problems/input.js';
import { RULE_PROBLEMS } from '../../src/problems/rules.js';
import { YAML_PROBLEMS } from '../../src/problems/yaml.js';
import { LANGUAGES } from '../../src/base/localized.js';
import { loadPlan } from '../../src/rules/load.js';
import { SHIPPED } from './rule-files.js';

/** Cells of the rows of examples are read as those of exports. */
const KINDS: readonly { readonly code: string }[] = [
  ...Object.values(YAML_PROBLEMS),
  ...Object.values(RULE_PROBLEMS),
  ...Object.values(INPUT_PROBLEMS),
];
const CODES = new Set(KINDS.map(({ code }) => code));
const LINES = SHIPPED.split('\n').length;

/** Loads a text that may be anything, and holds what comes back against what every problem must have. */
function survives(text: string): void {
  const reading = loadPlan(Buffer.from(text), 'rules.yaml');
  if ('plan' in reading) return;
  expect(reading.problems.length).toBeGreaterThan(0);
  for (const one of reading.problems) {
    expect(CODES).toContain(one.code);
    expect(one.place.line).toBeGreaterThanOrEqual(1);
    expect(one.place.line).toBeLessThanOrEqual(text.split('\n').length);
    expect(one.excerpt).toBeDefined();
    for (const language of LANGUAGES) {
      const { message, expected, hint } = one.explain(language);
      expect(`${message} ${expected} ${hint}`).not.toMatch(/undefined|\[object/);
    }
  }
}

/** Where words stand: keys, values, marks, ids. */
const WORDS = [...SHIPPED.matchAll(/[\p{L}\p{N}_.%-]+/gu)];

const JUNK = [
  '',
  '4',
  '-1',
  '50',
  '100%',
  '４',
  'yes',
  'P-99',
  'value',
  'stated',
  '[]',
  '{}',
  '[1, [2]]',
  '{ a: b }',
];
const MORE_JUNK = [
  'constructor',
  '__proto__',
  'toString',
  '&a',
  '*a',
  '!!x',
  '：',
  '\t',
  '"',
  '- ',
  '? ',
  ': ',
  '\u0000',
];
const junk = fc.constantFrom(...JUNK, ...MORE_JUNK);

describe('the shipped rule file', () => {
  it('survives any word in the place of another', () => {
    const property = fc.property(fc.nat(WORDS.length - 1), junk, (index, text) => {
      const word = WORDS[index];
      if (word) survives(SHIPPED.slice(0, word.index) + text + SHIPPED.slice(word.index + word[0].length));
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('survives the loss, the doubling and the shift of lines', () => {
    const edit = fc.constantFrom('lose', 'double', 'indent', 'outdent');
    const property = fc.property(fc.nat(LINES - 1), edit, (index, how) => {
      const lines = SHIPPED.split('\n').flatMap((line, at) => {
        if (at !== index) return [line];
        switch (how) {
          case 'lose':
            return [];
          case 'double':
            return [line, line];
          case 'indent':
            return [`  ${line}`];
          case 'outdent':
            return [line.replace(/^ {2}/, '')];
        }
      });
      survives(lines.join('\n'));
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('survives being cut short anywhere', () => {
    const property = fc.property(fc.nat(SHIPPED.length), (length) => {
      survives(SHIPPED.slice(0, length));
    });
    fc.assert(property, { numRuns: 40 });
  });
});
