/**
 * Lint finds each fault that was put into a small sound rule file, and nothing else in it: `fixtures/lint/<fault>/` holds
 * the rule file (or several that are looked at together), the workspace's months where they matter, and all that is said.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/base/localized.js';
import type { Problem } from '../../../src/base/problem.js';
import { LINT_PROBLEMS } from '../../../src/problems/lint.js';
import { renderProblem } from '../../../src/report/problem-text.js';
import { lintFiles, lintTogether } from '../../../src/rules/lint/lint.js';
import { load, month } from '../rule-files.js';

const SEEDED = resolve(import.meta.dirname, '../../../fixtures/lint');

/** By the name of the fault: its code and place, in the order of the files. In `sound` nothing is at fault. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'band-above-cap': ['W0863 12:135'],
  'band-out-of-range': ['W0861 12:156'],
  'band-without-number': ['W0862 12:133'],
  'cap-below-amount': ['W0865 12:160'],
  'cap-never-bites': ['W0865 12:158'],
  'case-impossible': ['W0855 12:114'],
  'case-never-reached': ['W0857 12:172'],
  'case-repeated': ['W0857 12:191'],
  'clause-without-rule': ['W0882 8:3'],
  'cliff-by-measure': ['W0852 13:164'],
  'cliff-by-other-products': ['W0851 20:132'],
  'cliff-cases': ['W0850 12:114'],
  'cliff-cumulative-fee': ['W0850 12:140'],
  'cliff-formula': ['W0850 12:95'],
  'cliff-gate': ['W0850 13:106'],
  'cliff-lookup': ['W0850 12:158'],
  'cliff-money': ['W0850 12:128'],
  'cliff-plus': ['W0850 12:166'],
  'cliff-quota': ['W0850 13:147'],
  'cliff-rate': ['W0852 12:95'],
  'cliff-since': ['W0850 20:115'],
  'cliff-transaction': ['W0850 12:146'],
  'cliff-whole-volume': ['W0850 20:115'],
  'falling-line': ['W0853 10:178'],
  'falling-marginal': ['W0853 12:146'],
  'falling-step': ['W0853 13:121'],
  'falling-table': ['W0854 13:189'],
  'fine-of-zero': ['W0866 10:106'],
  'first-case-holds-always': ['W0857 12:171'],
  'floor-above-amount': ['W0865 12:160'],
  'formula-choice-never-reached': ['W0858 12:95'],
  'gate-always-holds': ['W0856 10:110'],
  'gate-contradicts': ['W0855 12:71'],
  'gate-hired-contradicts': ['W0855 10:71'],
  'gate-out-of-range': ['W0855 10:111'],
  'gate-roles-contradict': ['W0855 10:87'],
  'gates-leave-a-gap': ['W0860 13:106'],
  'gates-overlap': ['W0860 13:105'],
  'grade-for-nobody': ['W0871 18:105'],
  'grade-out-of-reach': ['W0870 18:65'],
  'line-from-nothing': ['W0867 12:115'],
  'month-before-the-first': ['W0890 3:1'],
  'most-above-cap': ['W0864 12:131'],
  'most-zero': ['W0864 12:131'],
  'product-without-points': ['W0881 21:3'],
  'rate-of-zero': ['W0866 12:74'],
  'ratio-as-number': ['W0876 14:120'],
  'replaces-nothing': ['W0891 11:1'],
  'replaces-too-late': ['W0892 11:1'],
  'role-elsewhere': ['W0859 10:71'],
  'role-without-rules': ['W0893 12:1'],
  'section-cap-above': ['W0872 25:55'],
  'section-floor-above': ['W0873 14:63'],
  'section-not-full': ['W0872 25:46'],
  'shares-of-places': ['W0875 12:81'],
  sound: [],
  'table-from-beyond-zero': ['W0868 13:104'],
  'two-faults': ['W0880 11:3', 'W0850 13:158'],
  'two-files-for-one-month': ['E0662 -:-'],
  'unused-basis': ['W0880 17:48'],
  'unused-incident': ['W0880 11:14'],
  'unused-measure': ['W0880 11:3'],
  'unused-products': ['W0881 19:1'],
  'unused-test': ['W0880 11:10'],
  'version-without-change': ['W0883 12:96'],
  weights: ['W0874 13:32'],
};

function findingsIn(name: string): Problem[] {
  const folder = join(SEEDED, name);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => load(readFileSync(join(folder, file), 'utf8'), file));
  const months = join(folder, 'months');
  const known = existsSync(months) ? readFileSync(months, 'utf8').trim().split('\n').map(month) : undefined;
  return [...lintFiles(files), ...lintTogether(files, known)];
}

/** Half-width punctuation beside a Chinese character, apart from what is code or an excerpt. */
const HALF_WIDTH = /\p{Script=Han}[,;:!?()"]|[,;:!?()"]\p{Script=Han}/u;
const chineseOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !/^\s+\d* \|/.test(line))
    .map((line) => line.replaceAll(/`[^`]*`/g, ''));

describe('seeded faults', () => {
  it('are all in the table', () => {
    expect(readdirSync(SEEDED).toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
  });

  it('show every code of lint', () => {
    const shown = Object.values(EXPECTED).flatMap((found) => found.map((one) => one.split(' ')[0]));
    const codes = Object.values(LINT_PROBLEMS).map(({ code }) => code);
    expect(codes.filter((code) => !shown.includes(code))).toEqual([]);
  });

  it.each(Object.entries(EXPECTED))('%s', async (name, expected) => {
    const found = findingsIn(name);
    expect(found.map(({ code, place }) => `${code} ${place.line ?? '-'}:${place.column ?? '-'}`)).toEqual(
      expected,
    );
    for (const language of LANGUAGES) {
      const text = found.map((one) => renderProblem(one, language)).join('\n\n');
      await expect(`${text}\n`).toMatchFileSnapshot(join(SEEDED, name, `expected.${language}.txt`));
      if (language === 'zh') expect(chineseOf(text).filter((line) => HALF_WIDTH.test(line))).toEqual([]);
    }
  });
});
