/** How examples that do not come out are spoken of: what was expected, of whom, and what there is instead. */
import type { Exact } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import type { Failure } from '../calc/examples/compare.js';
import { OUTCOME_NAMES } from '../calc/commission.js';
import { exactText } from './example-hints.js';

/** `commission`, with the person and the month where the example has several, or of all of these together. */
export function subjectText(failure: Failure): Localized {
  const { subject, example, agent_id, month } = failure;
  if (month === undefined) {
    return { en: `${nameOf(subject, 'en')} of all months`, zh: `各月合计 ${nameOf(subject, 'zh')}` };
  }
  const severalPeople = example.months.some(({ people }) => people.length > 1);
  const person = severalPeople ? agent_id : undefined;
  const when = example.months.length > 1 ? month : undefined;
  return {
    en: `${nameOf(subject, 'en')}${person ? ` of ${person}` : ''}${when ? ` in ${when}` : ''}`,
    zh: `${when ? `${when} ` : ''}${person ? `${person} 的 ` : ''}${nameOf(subject, 'zh')}`,
  };
}

/** The word that stands in the rule file. */
function nameOf(subject: Failure['subject'], language: Language): string {
  switch (subject.kind) {
    case 'component':
      return subject.component;
    case 'parts':
      return { en: `the parts of ${subject.component}`, zh: `${subject.component} 的各档` }[language];
    case 'measure':
      return subject.measure;
    case 'column':
      return subject.column;
    case 'outcome':
      return { en: `the sign-up ${subject.signup_id}`, zh: `受理 ${subject.signup_id} ` }[language];
  }
}

export function expectedText({ expected }: Failure): Localized {
  return typeof expected === 'string' ? OUTCOME_NAMES[expected] : same(numbersText(expected));
}

/** What there is in place of what was expected; why there is nothing, where nothing could be computed. */
export function gotText({ got, subject }: Failure): Localized {
  switch (got.kind) {
    case 'numbers':
      return subject.kind === 'parts' && got.numbers.length === 0 ? NO_PARTS : same(numbersText(got.numbers));
    case 'outcome':
      return OUTCOME_NAMES[got.outcome];
    case 'absent':
      return {
        en: `not computed: ${got.lacks.map(({ measure, why }) => `no ${measure} (${why.en})`).join(', ')}`,
        zh: `无法计算：${got.lacks.map(({ measure, why }) => `缺少 ${measure}（${why.zh}）`).join('、')}`,
      };
    case 'refused': {
      const why = (language: Language): string =>
        [...new Set(got.problems.map((one) => one.explain(language).message))].join('; ');
      return { en: `not computed: ${why('en')}`, zh: `无法计算：${why('zh')}` };
    }
  }
}

/** Bands alone have parts. */
const NO_PARTS: Localized = {
  en: '[]: parts are what the bands of a marginal scale add, and nothing went through one here',
  zh: '[]：各档金额只有 marginal（分段）计算才有，此处没有经过分段计算',
};

function numbersText(numbers: readonly Exact[]): string {
  const [only, ...others] = numbers.map(exactText);
  return only !== undefined && others.length === 0 ? only : `[${numbers.map(exactText).join(', ')}]`;
}

const same = (text: string): Localized => ({ en: text, zh: text });
