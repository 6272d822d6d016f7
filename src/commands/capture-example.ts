/** Finds the example that says the least and comes to what somebody was paid: each is run before it is believed. */
import type { Localized } from '../base/localized.js';
import { toText } from '../base/exact.js';
import {
  CAPTURE_DETAILS,
  captureExample,
  type CaptureExpectations,
  captureExpectations,
} from '../calc/examples/capture.js';
import type { Failure } from '../calc/examples/compare.js';
import { runExample } from '../calc/examples/run-example.js';
import type { AgentResult } from '../calc/pay.js';
import type { MonthResult } from '../calc/month.js';
import { exampleLines } from '../report/example-yaml.js';
import { withExample } from '../rules/insert-example.js';
import { type LoadedPlan, loadPlan } from '../rules/load.js';

export interface Captured {
  /** As they stand under `examples`, the name not indented. */
  readonly lines: readonly string[];
  /** The rule file with the example in it. */
  readonly text: string;
  readonly expected: CaptureExpectations;
}

export interface NotCaptured {
  readonly why: Localized;
}

/** The example of a person's month by the rule file that pays him, or why there is none. */
export function captureFor(
  own: AgentResult,
  result: MonthResult,
  rules: LoadedPlan,
  name: string,
): Captured | NotCaptured {
  const expected = captureExpectations(own);
  if (expected.pays.size === 0)
    return {
      why: {
        en: 'no component of the plan pays or could have paid him anything',
        zh: '没有任何项目发放或本可发放',
      },
    };
  const tried: Trial[] = [];
  // With the net first: it shows that nothing else was paid; where other months are in it, the components alone.
  for (const wanted of expected.net ? [expected, { ...expected, net: undefined }] : [expected]) {
    for (const detail of CAPTURE_DETAILS) {
      const lines = exampleLines(name, captureExample(own, result, wanted, detail));
      const trial = tryOut(lines, name, rules);
      if (trial.failures.length === 0 && trial.text !== undefined)
        return { lines, text: trial.text, expected: wanted };
      tried.push(trial);
    }
  }
  const [nearest] = tried.toSorted((a, b) => a.failures.length - b.failures.length);
  return { why: nearest ? whyNot(nearest.failures) : { en: '', zh: '' } };
}

interface Trial {
  readonly text: string | undefined;
  readonly failures: readonly (Failure | Localized)[];
}

function tryOut(lines: readonly string[], name: string, rules: LoadedPlan): Trial {
  const text = withExample(new TextDecoder().decode(rules.bytes), lines);
  if (text === undefined) return { text, failures: [IN_BRACES] };
  const reading = loadPlan(Buffer.from(text), rules.file);
  if ('problems' in reading) {
    const told = reading.problems.map((one): Localized => ({
      en: one.explain('en').message,
      zh: one.explain('zh').message,
    }));
    return { text: undefined, failures: told };
  }
  const example = reading.examples.find((one) => one.name === name);
  return { text, failures: example ? runExample(reading.plan, example).failures : [IN_BRACES] };
}

const IN_BRACES: Localized = {
  en: 'the examples of the rule file stand in braces; write the section line by line',
  zh: '规则文件的 examples 写在花括号里，请改为逐行书写',
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
