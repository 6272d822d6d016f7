/** What docs/plan-language.md says of rounding and of currencies is what rule files do: its examples are run. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExamples } from '../src/calc/examples/run-example.js';
import { load } from './rules/rule-files.js';

const TEXT = readFileSync(resolve(import.meta.dirname, '../docs/plan-language.md'), 'utf8');

/** What every rule file has, for those that the page shows without it. */
const HEAD = `version: shown
effective_from: 2025-04-01
title: shown
clauses: { S-1: shown }
net: { clause: S-1, negative: carry, stated: S-1 }
`;

const sectionOf = (heading: string): string =>
  new RegExp(`^## ${heading}$[^]+?^\`\`\`yaml\\n([^]+?)^\`\`\`$`, 'm').exec(TEXT)?.[1] ?? '';

describe.each([
  ['Rounding', 2],
  ['Currency', 2],
])('the plan under %s', (heading, count) => {
  it('comes to what its examples say', () => {
    const results = runExamples(load(`${HEAD}${sectionOf(heading)}`));
    expect(results.length).toBe(count);
    expect(results.flatMap((one) => one.failures)).toEqual([]);
  });
});
