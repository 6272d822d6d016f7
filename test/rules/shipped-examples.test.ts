/** The examples that stand in the rule files that come with telepay: all of them come out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failuresOf } from './complete-plan.js';
import { load } from './rule-files.js';

const RULES = resolve(import.meta.dirname, '../../rules');
const FILES = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

describe.each(FILES)('%s', (name) => {
  const text = readFileSync(join(RULES, name), 'utf8');

  it('comes to what its examples say', () => {
    const rules = load(text, name);
    expect(rules.examples.length).toBeGreaterThanOrEqual(12);
    expect(failuresOf(rules)).toEqual([]);
  });

  it('does so no more with another rate', () => {
    const other = text.replace(/(from: 101, +pays: )2,/, '$12.1,');
    // 100 × 1.5 + 100 × 2.1 + 5 × 2.5; the 101st at 10 × 2.1.
    expect(failuresOf(load(other, name))).toEqual([
      'secretary: product_commission: 372.5, not 362.5',
      'forced: forced_activation: 21, not 20',
    ]);
  });
});
