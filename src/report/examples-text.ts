/** What running the examples of rule files found: how many come out, and every one that does not. */
import type { Currency } from '../base/currency.js';
import { formatShort } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import type { Failure } from '../calc/examples/compare.js';
import type { ExampleResult } from '../calc/examples/run-example.js';
import type { LoadedPlan } from '../rules/load.js';
import { expectedText, gotText, subjectText } from './example-words.js';
import { lineText, notPaidText } from './explain-agent.js';
import { lineData, notPaidData } from './explain-agent-data.js';
import { printable, printableLines } from './printable.js';
import { traceData, traceText } from './trace-text.js';

/** A rule file with what its examples came to. */
export interface TestedRules {
  readonly rules: LoadedPlan;
  readonly results: readonly ExampleResult[];
}

const TEXTS = {
  expected: { en: 'expected', zh: '应为' },
  got: { en: 'got', zh: '实为' },
  from: { en: 'reckoned from', zh: '计算过程' },
} satisfies Record<string, Localized>;

export function testedText({ rules, results }: TestedRules, language: Language): string {
  const failures = results.flatMap((one) => one.failures);
  return [
    printable(`${rules.file}: ${tally(results)[language]}`),
    ...failures.map((failure) => failureText(failure, rules, language)),
  ].join('\n\n');
}

function tally(results: readonly ExampleResult[]): Localized {
  if (results.length === 0) return { en: 'no examples', zh: '没有例子' };
  const out = results.filter((one) => one.failures.length === 0).length;
  const all = results.length;
  if (out === all) {
    return {
      en: all === 1 ? '1 example, it comes out' : `${all} examples, all come out`,
      zh: `${all} 个例子全部相符`,
    };
  }
  return { en: `${out} of ${all} examples come out`, zh: `${all} 个例子中 ${out} 个相符` };
}

function failureText(failure: Failure, { plan }: LoadedPlan, language: Language): string {
  const { at, example, reckoning } = failure;
  const from = [
    ...reckoning.lines.flatMap((line) => lineText(line, plan, language)),
    ...reckoning.notPaid.flatMap((one) => notPaidText(one, language)),
    ...reckoning.traces.flatMap((trace) => traceText(trace, language)),
  ];
  return printableLines([
    `${at.file}:${at.line ?? 1}: ${example.name}: ${subjectText(failure)[language]}`,
    `  ${TEXTS.expected[language]} ${expectedText(failure)[language]}`,
    `  ${TEXTS.got[language]} ${gotText(failure)[language]}`,
    ...(from.length > 0 ? [`  ${TEXTS.from[language]}`, ...from.map((line) => `    ${line}`)] : []),
  ]);
}

export function testedData({ rules, results }: TestedRules, language: Language): object {
  return {
    file: rules.file,
    version: rules.plan.version,
    examples: results.length,
    come_out: results.filter((one) => one.failures.length === 0).length,
    failures: results
      .flatMap((one) => one.failures)
      .map((failure) => failureData(failure, rules.plan.currency, language)),
  };
}

function failureData(failure: Failure, currency: Currency, language: Language): object {
  const { at, example, month, agent_id, subject, expected, got, reckoning } = failure;
  return {
    example: example.name,
    ...at,
    month,
    agent_id,
    ...subject,
    expected: typeof expected === 'string' ? expected : expected.map(formatShort),
    got: got.kind === 'numbers' ? got.numbers.map(formatShort) : null,
    ...(got.kind === 'numbers' ? {} : { why: gotText(failure)[language] }),
    ...(got.kind === 'absent' ? { missing: got.lacks.map((one) => one.measure) } : {}),
    reckoned_from: {
      lines: reckoning.lines.map((line) => lineData(line, currency, language)),
      not_paid: reckoning.notPaid.map((one) => notPaidData(one, language)),
      traces: reckoning.traces.map((trace) => traceData(trace, language)),
    },
  };
}
