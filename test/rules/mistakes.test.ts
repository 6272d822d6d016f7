/**
 * Mistakes that people make who write a rule file for the first time, and how they are told to mend them:
 * `fixtures/rule-mistakes/` holds the hints in both languages, below the line that each mistake stands on.
 */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Language, LANGUAGES } from '../../src/base/localized.js';
import type { Problem } from '../../src/base/problem.js';
import { loadPlan } from '../../src/rules/load.js';
import { completed } from './complete-plan.js';
import { MISTAKES } from './mistake-cases.js';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/rule-mistakes');

describe.each(Object.entries(MISTAKES))('mistakes with %s', (topic, cases) => {
  const told = cases.map((part) => {
    const reading = loadPlan(Buffer.from(completed(part)), 'rules.yaml');
    return { part, problems: 'problems' in reading ? reading.problems : [] };
  });

  it.each(told)('are each refused: $part', ({ problems }) => {
    expect(problems).not.toEqual([]);
  });

  it.each(LANGUAGES)('are answered in %s', async (language) => {
    const texts = told.map(({ part, problems }) => hintsOn(part, problems, language).join('\n'));
    await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot(resolve(FOLDER, `${topic}.${language}.txt`));
  });
});

/** Every line of a part that something is wrong with, and below it what it is and how to mend it. */
function hintsOn(part: string, problems: readonly Problem[], language: Language): string[] {
  return part.split('\n').flatMap((line, index) => {
    const here = problems.filter(({ place }) => place.line === index + 1);
    const hints = here.map((one) => `  ${one.code} ${one.value ?? ''} → ${one.explain(language).hint}`);
    return hints.length > 0 ? [line.trim(), ...hints] : [];
  });
}
