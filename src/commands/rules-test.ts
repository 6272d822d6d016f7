/** `telepay rules test`: every example of rule files, calculated and held against what it says. Writes nothing. */
import { readFileSync } from 'node:fs';
import type { Language } from '../base/localized.js';
import { runExamples } from '../calc/examples/run-example.js';
import { testedData, testedText, type TestedRules } from '../report/examples-text.js';
import { loadPlan } from '../rules/load.js';
import { naming } from '../workspace/fault.js';
import { type CommandResult, problemsData } from './outcome.js';

export interface RulesTestRequest {
  /** Paths of rule files, each with its name in messages. */
  readonly files: readonly { readonly path: string; readonly name: string }[];
  readonly language: Language;
}

export function testRules({ files, language }: RulesTestRequest): CommandResult {
  const readings = files.map(({ path, name }) =>
    loadPlan(
      naming(path, () => readFileSync(path)),
      name,
    ),
  );
  const problems = readings.flatMap((reading) => ('problems' in reading ? reading.problems : []));
  const tested = readings.flatMap((rules): TestedRules[] =>
    'problems' in rules ? [] : [{ rules, results: runExamples(rules) }],
  );
  const fails = tested.some(({ results }) => results.some((one) => one.failures.length > 0));
  const refused = fails || problems.length > 0;
  return {
    text: tested.map((one) => testedText(one, language)).join('\n\n'),
    data: {
      refused,
      files: tested.map((one) => testedData(one, language)),
      problems: problemsData(problems, language),
    },
    problems,
    notices: [],
    refused,
  };
}
