/** Parts of a plan as they stand in the documentation and in fixtures, completed to sound rule files. */
import { runExamples } from '../../src/calc/examples/run-example.js';
import { expectedText, gotText, subjectText } from '../../src/report/example-words.js';
import type { LoadedPlan } from '../../src/rules/load.js';
import { ruleFile } from './rule-files.js';

/**
 * `part` (whole top-level sections) with all that a rule file must have besides, from the smallest sound one.
 * Clauses that its marks name are declared, unless it declares its own. It is in force from the earliest month that
 * its examples name, from April 2025 at the latest. Its lines keep their numbers.
 */
export function completed(part: string): string {
  const own = [...part.matchAll(/^(\w+):/gm)].map(([, section = '']) => section);
  const names = [...part.matchAll(/\b(?:stated|assumed|clause): *([\p{L}\p{N}._-]+)/gu)];
  const clauses = new Set(names.map(([, id = '']) => id));
  const [first = 'P-1'] = clauses;
  const rest = ruleFile(Object.fromEntries([...own, 'clauses'].map((section) => [section, ''])))
    .split(/^(?=\w+:)/m)
    .filter((section) => !/^\w+: \n$/.test(section))
    .join('')
    .replaceAll('P-1', first)
    .replace('2025-04-01', `${earliestMonth(part)}-01`);
  const declared = [...clauses.add(first)].map((id) => `  ${id}: { about: ${id}, fragment: none }\n`);
  const table = own.includes('clauses') ? '' : `clauses:\n${declared.join('')}`;
  return `${part.replace(/\n*$/, '\n')}${rest}${table}`;
}

/** The first month that the examples name, or April 2025 where they name none before it. */
function earliestMonth(part: string): string {
  const months = [...part.matchAll(/\bmonth: (\d{4}-\d{2})/g)].map(([, month = '']) => month);
  return [...months, '2025-04'].toSorted()[0] ?? '2025-04';
}

/** What of the examples of a rule file does not come out, one sentence each. */
export function failuresOf(rules: LoadedPlan): string[] {
  return runExamples(rules).flatMap(({ example, failures }) =>
    failures.map(
      (failure) =>
        `${example.name}: ${subjectText(failure).en}: ${gotText(failure).en}, not ${expectedText(failure).en}`,
    ),
  );
}
