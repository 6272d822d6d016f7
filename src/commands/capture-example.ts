/** Finds the example that says the least and comes to what somebody was paid: each is run before it is believed. */
import type { Localized } from '../base/localized.js';
import { toText } from '../base/exact.js';
import { type Problem, problem } from '../base/problem.js';
import {
  captureExample,
  type CaptureExpectations,
  captureExpectations,
  needsOf,
} from '../calc/examples/capture.js';
import { type ExampleDetail, exampleDetails } from '../calc/examples/capture-detail.js';
import type { CaptureNeeds, OthersHeld } from '../calc/examples/capture-needs.js';
import type { Failure } from '../calc/examples/compare.js';
import { runExample } from '../calc/examples/run-example.js';
import type { AgentResult } from '../calc/pay.js';
import type { MonthResult } from '../calc/month.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { exampleInBraces, exampleLines } from '../report/example-yaml.js';
import { type ExamplesLayout, layoutOfExamples, withExample } from '../rules/insert-example.js';
import { type LoadedPlan, loadPlan } from '../rules/load.js';

export interface Captured {
  /** As they stand under `examples`, the name not indented. */
  readonly lines: readonly string[];
  /** The rule file with the example in it. */
  readonly text: string;
  readonly expected: CaptureExpectations;
  /** Measures of several people that are given as numbers: what changes within them is not noticed. */
  readonly ofOthers: readonly string[];
}

export interface NotCaptured {
  readonly why: Problem;
}

/** The example of a person's month by the rule file that pays him, or why there is none. */
export function captureFor(
  own: AgentResult,
  result: MonthResult,
  rules: LoadedPlan,
  name: string,
): Captured | NotCaptured {
  const expected = captureExpectations(own);
  const { month } = result;
  const { file } = rules;
  if (expected.pays.size === 0) {
    const params = { agent: own.facts.agent.agent_id, month };
    return { why: problem(WORKSPACE_PROBLEMS.nothing_paid, { file }, params) };
  }
  const written = layoutOf(rules) === 'braces' ? exampleInBraces : exampleLines;
  const ways = waysOfHolding(own, result, expected);
  if (typeof ways === 'number') {
    const params = { month, others: ways, most: MOST };
    return { why: problem(WORKSPACE_PROBLEMS.too_many_people, { file }, params) };
  }
  const tried: Trial[] = [];
  // With the net first: it shows that nothing else was paid; where other months are in it, the components alone.
  for (const wanted of expected.net ? [expected, { ...expected, net: undefined }] : [expected]) {
    for (const { held, needs } of ways) {
      const attempt = (detail: ExampleDetail): Trial =>
        tryOut(written(name, captureExample(own, result, wanted, needs, detail)), name, rules);
      for (const detail of exampleDetails(held, needs.others.size === 0)) {
        const trial = attempt(detail);
        if (isCaptured(trial)) {
          const { lines, text } = summedWherePossible(trial, detail, needs, attempt);
          return { lines, text, expected: wanted, ofOthers: [...needs.ofOthers] };
        }
        tried.push(trial);
      }
    }
  }
  const [nearest] = tried.toSorted((a, b) => a.failures.length - b.failures.length);
  const what = nearest ? whyNot(nearest.failures) : { en: '', zh: '' };
  return { why: problem(WORKSPACE_PROBLEMS.not_captured, { file }, { month, what }) };
}

const textOf = ({ bytes }: LoadedPlan): string => new TextDecoder().decode(bytes);

/** How the examples of a rule file are written. */
export const layoutOf = (rules: LoadedPlan): ExamplesLayout => layoutOfExamples(textOf(rules));

/** The same with the sums of those measures of which no more is needed. */
function summedWherePossible(
  found: Trial & { readonly text: string },
  detail: ExampleDetail,
  { own }: CaptureNeeds,
  attempt: (detail: ExampleDetail) => Trial,
): Trial & { readonly text: string } {
  if (detail.own.numbers === 'sum') return found;
  let [best, summed] = [found, new Set<string>()];
  for (const name of [...own.outright.keys(), ...own.collected.keys()]) {
    const more = new Set([...summed, name]);
    const trial = attempt({ ...detail, own: { ...detail.own, summed: more } });
    if (isCaptured(trial)) [best, summed] = [trial, more];
  }
  return best;
}

/** So many others are told one by one where there is a shorter way. */
const FEW = 20;
/** More than these no example holds. */
const MOST = 200;

interface WayOfHolding {
  readonly held: OthersHeld;
  readonly needs: CaptureNeeds;
}

/** How others may stand in the example, the way that notices most first; or how many they are, where they are too many. */
function waysOfHolding(
  own: AgentResult,
  result: MonthResult,
  expected: CaptureExpectations,
): WayOfHolding[] | number {
  const [people, numbers, merged] = (['people', 'numbers', 'merged'] as const).map((held): WayOfHolding => ({
    held,
    needs: needsOf(own, result, expected, held),
  }));
  const within = (way: WayOfHolding | undefined, most: number): WayOfHolding[] =>
    way && way.needs.others.size <= most ? [way] : [];
  const asNumbers = numbers && numbers.needs.ofOthers.size + numbers.needs.others.size > 0;
  const ways = asNumbers ? [people, numbers, merged].flatMap((way) => within(way, FEW)) : within(people, FEW);
  for (const way of [numbers, people])
    if (way && way.needs.others.size > FEW) ways.push(...within(way, MOST));
  return ways.length > 0 ? ways : (numbers?.needs.others.size ?? 0);
}

interface Trial {
  readonly lines: readonly string[];
  /** The rule file with the example; undefined where that is no sound one. */
  readonly text: string | undefined;
  readonly failures: readonly (Failure | Localized)[];
}

const isCaptured = (trial: Trial): trial is Trial & { readonly text: string } =>
  trial.failures.length === 0 && trial.text !== undefined;

function tryOut(lines: readonly string[], name: string, rules: LoadedPlan): Trial {
  const text = withExample(textOf(rules), lines);
  if (text === undefined) return { lines, text, failures: [NO_PLACE] };
  const reading = loadPlan(Buffer.from(text), rules.file);
  if ('problems' in reading) {
    const told = reading.problems.map((one): Localized => ({
      en: one.explain('en').message,
      zh: one.explain('zh').message,
    }));
    return { lines, text: undefined, failures: told };
  }
  const example = reading.examples.find((one) => one.name === name);
  return { lines, text, failures: example ? runExample(reading.plan, example).failures : [NO_PLACE] };
}

const NO_PLACE: Localized = {
  en: 'the rule file has no place where it can be put; write examples: as a line of its own, and each example below it, indented',
  zh: '规则文件中找不到可放例子之处，请把 examples: 单独写成一行，每个例子缩进写在下面',
};

/** What did not come out, each once. */
function whyNot(failures: readonly (Failure | Localized)[]): Localized {
  const words = failures.map((one): Localized => ('subject' in one ? failureWords(one) : one));
  const all = (language: 'en' | 'zh'): string => [...new Set(words.map((one) => one[language]))].join('; ');
  return { en: all('en'), zh: all('zh') };
}

function failureWords({ subject, expected, got }: Failure): Localized {
  const what = subjectOf(subject);
  const wanted = typeof expected === 'string' ? expected : expected.map(toText).join(', ');
  switch (got.kind) {
    case 'numbers': {
      const found = got.numbers.map(toText).join(', ');
      return {
        en: `${what} is ${wanted} and would be ${found}`,
        zh: `${what} 为 ${wanted}，例子得 ${found}`,
      };
    }
    case 'outcome':
      return {
        en: `${what} is ${wanted} and would be ${got.outcome}`,
        zh: `${what} 为 ${wanted}，例子得 ${got.outcome}`,
      };
    case 'absent': {
      const lacks = got.lacks.map(({ measure }) => measure).join(', ');
      return { en: `${what} needs ${lacks}`, zh: `${what} 需要 ${lacks}` };
    }
    case 'refused': {
      const [first] = got.problems;
      const why = (language: 'en' | 'zh') => first?.explain(language).message ?? '';
      return { en: `${what}: ${why('en')}`, zh: `${what}：${why('zh')}` };
    }
  }
}

function subjectOf(subject: Failure['subject']): string {
  switch (subject.kind) {
    case 'component':
    case 'parts':
      return subject.component;
    case 'measure':
      return subject.measure;
    case 'column':
      return subject.column;
    case 'outcome':
      return 'a sign-up';
  }
}
