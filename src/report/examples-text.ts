/** What running the examples of rule files found: how many come out, and every one that does not. */
import type { Currency } from '../base/currency.js';
import { formatShort } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import type { Problem } from '../base/problem.js';
import type { Failure } from '../calc/examples/compare.js';
import type { ExampleResult } from '../calc/examples/run-example.js';
import type { Example } from '../rules/examples.js';
import type { LoadedPlan } from '../rules/load.js';
import { expectedText, gotText, subjectText } from './example-words.js';
import { endlessHint, exactText, idleHint } from './example-hints.js';
import { exampleLines } from './example-lines.js';
import { notPaidText } from './explain-agent.js';
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
  because: { en: ': ', zh: '：' },
  hint: { en: 'hint: ', zh: '办法：' },
  warning: { en: 'warning', zh: '警告' },
} satisfies Record<string, Localized>;

export function testedText({ rules, results }: TestedRules, language: Language): string {
  return [
    printable(`${rules.file}: ${tally(results)[language]}`),
    ...results.flatMap((one) => [
      ...one.failures.map((failure) => failureText(failure, rules, language)),
      ...one.idle.map((idle) =>
        remarkText(one.example, `${TEXTS.hint[language]}${idleHint(idle)[language]}`),
      ),
      ...one.warnings.map((warning) => warningText(one.example, warning, language)),
    ]),
  ].join('\n\n');
}

const remarkText = ({ at, name }: Example, ...lines: readonly string[]): string =>
  printableLines([`${at.file}:${at.line ?? 1}: ${name}: ${lines.join('\n')}`]);

/** Warnings don't keep an example from coming out. */
function warningText(example: Example, warning: Problem, language: Language): string {
  const { message, hint } = warning.explain(language);
  return [
    remarkText(example, `${TEXTS.warning[language]}[${warning.code}] ${message}`),
    printable(`  ${TEXTS.hint[language]}${hint}`),
  ].join('\n');
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
  const { nothing } = reckoning;
  const hint = endlessHint(failure);
  const from = [
    ...exampleLines(reckoning.lines, plan, language),
    ...reckoning.notPaid.flatMap((one) => notPaidText(one, language)),
    ...reckoning.traces.flatMap((trace) => traceText(trace, language)),
  ];
  return printableLines([
    `${at.file}:${at.line ?? 1}: ${example.name}: ${subjectText(failure)[language]}`,
    `  ${TEXTS.expected[language]} ${expectedText(failure)[language]}`,
    `  ${TEXTS.got[language]} ${gotText(failure)[language]}${nothing ? TEXTS.because[language] + nothing[language] : ''}`,
    ...(hint ? [`  ${TEXTS.hint[language]}${hint[language]}`] : []),
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
    hints: results.flatMap(({ example, idle }) =>
      idle.map((one) => ({ example: example.name, ...example.at, hint: idleHint(one)[language] })),
    ),
    warnings: results.flatMap(({ example, warnings }) =>
      warnings.map((one) => ({
        example: example.name,
        ...example.at,
        code: one.code,
        ...one.explain(language),
      })),
    ),
  };
}

function failureData(failure: Failure, currency: Currency, language: Language): object {
  const { at, example, month, agent_id, subject, expected, got, reckoning } = failure;
  const hint = endlessHint(failure);
  return {
    example: example.name,
    ...at,
    month,
    agent_id,
    ...subject,
    expected: typeof expected === 'string' ? expected : expected.map(formatShort),
    got: got.kind === 'numbers' ? got.numbers.map(exactText) : null,
    ...(got.kind === 'numbers' ? {} : { why: gotText(failure)[language] }),
    ...(reckoning.nothing ? { nothing: reckoning.nothing[language] } : {}),
    ...(hint ? { hint: hint[language] } : {}),
    ...(got.kind === 'absent' ? { missing: got.lacks.map((one) => one.measure) } : {}),
    reckoned_from: {
      lines: reckoning.lines.map((line) => lineData(line, currency, language)),
      not_paid: reckoning.notPaid.map((one) => notPaidData(one, language)),
      traces: reckoning.traces.map((trace) => traceData(trace, language)),
    },
  };
}
