/** Conditions held against a person, for people and as data: what was asked, what there was, and by which values. */
import { formatShort } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import { COMPARATOR_NAMES } from '../calc/conditions.js';
import type { Weighed } from '../calc/weighed.js';
import type { Against, Attribute, Hiring } from '../rules/condition-shape.js';
import type { Value } from '../rules/mark.js';
import type { Comparison } from '../rules/plan.js';
import { ruleData, ruleText, traceData, traceText } from './trace-text.js';

const TEXTS = {
  needed: { en: 'needed', zh: '需要' },
  any: { en: 'one of these', zh: '下列之一' },
  none: { en: 'none of these', zh: '下列均不满足' },
  all: { en: 'all of these', zh: '下列全部' },
  not_all: { en: 'not all of these', zh: '下列未全部满足' },
  not: { en: 'not this', zh: '下列不成立' },
  denied: { en: 'this, which must not hold', zh: '下列成立，而要求其不成立' },
  hired: { en: 'hired on', zh: '入职日期' },
  empty: { en: '(empty)', zh: '（未填）' },
} satisfies Record<string, Localized>;

const ATTRIBUTE_NAMES: Readonly<Record<Attribute, Localized>> = {
  role: { en: 'role', zh: '岗位' },
  team: { en: 'team', zh: '班组' },
  site: { en: 'site', zh: '中心' },
  grade: { en: 'grade', zh: '等级' },
};

/** A condition on what agents.csv says of the person. */
type OfAgent = Extract<Weighed, { kind: 'belonging' | 'hiring' }>;

/** A condition's number, and that this measure counts in this way, which may be the greater assumption. */
export const comparisonRules = ({ threshold, comparator }: Comparison | Against): Value<unknown>[] => [
  threshold,
  comparator,
];

/** A measure that was compared, and what with. */
type Compared = Extract<Weighed, { kind: 'comparison' | 'against' }>;

const thresholdText = ({ comparator, threshold }: Comparison | Against, language: Language): string =>
  `${COMPARATOR_NAMES[comparator.value][language]} ${threshold.text}`;

/** A condition that held. */
export function metText(weighed: Weighed, language: Language, indent: string): string[] {
  const below = `${indent}  `;
  switch (weighed.kind) {
    case 'comparison':
    case 'against': {
      const { condition } = weighed;
      return [
        `${indent}${condition.measure} ${thresholdText(condition, language)}`,
        ...groundsText(weighed, language, below),
      ];
    }
    case 'belonging':
    case 'hiring':
      return [`${indent}${ownText(weighed, language)}`, ...groundsText(weighed, language, below)];
    case 'any':
    case 'all':
      return [`${indent}${TEXTS[weighed.kind][language]}`, ...triedText(weighed.tried, language, below)];
    case 'not':
      return [`${indent}${TEXTS.not[language]}`, ...unmetText(weighed.denied, language, below)];
  }
}

/** A condition that did not hold, and what there was. */
export function unmetText(weighed: Weighed, language: Language, indent: string): string[] {
  const below = `${indent}  `;
  const needed = (what: string): string => `${TEXTS.needed[language]} ${what}`;
  switch (weighed.kind) {
    case 'comparison':
    case 'against': {
      const { condition, measured } = weighed;
      return [
        `${indent}${condition.measure} = ${formatShort(measured.value)}, ${needed(thresholdText(condition, language))}`,
        ...groundsText(weighed, language, below),
      ];
    }
    case 'belonging':
      return [
        `${indent}${ownText(weighed, language)}, ${needed(weighed.condition.words.value.join(', '))}`,
        ...groundsText(weighed, language, below),
      ];
    case 'hiring':
      return [
        `${indent}${ownText(weighed, language)}, ${needed(sideText(weighed.condition, language))}`,
        ...groundsText(weighed, language, below),
      ];
    case 'any':
      return [`${indent}${TEXTS.none[language]}`, ...triedText(weighed.tried, language, below)];
    case 'all':
      return [`${indent}${TEXTS.not_all[language]}`, ...triedText(weighed.tried, language, below)];
    case 'not':
      return [`${indent}${TEXTS.denied[language]}`, ...metText(weighed.denied, language, below)];
  }
}

const triedText = (tried: readonly Weighed[], language: Language, indent: string): string[] =>
  tried.flatMap((one) => (one.holds ? metText(one, language, indent) : unmetText(one, language, indent)));

/** What agents.csv says of the person. */
function ownText(weighed: OfAgent, language: Language): string {
  const name = weighed.kind === 'hiring' ? TEXTS.hired : ATTRIBUTE_NAMES[weighed.condition.attribute];
  return `${name[language]} = ${weighed.own ?? TEXTS.empty[language]}`;
}

function sideText({ side, day }: Hiring, language: Language): string {
  const sides: Readonly<Record<Hiring['side'], Localized>> = {
    hired_before: { en: `before ${day.text}`, zh: `早于 ${day.text}` },
    hired_from: { en: `${day.text} or later`, zh: `不早于 ${day.text}` },
  };
  return sides[side][language];
}

function groundsText(weighed: OfAgent | Compared, language: Language, indent: string): string[] {
  switch (weighed.kind) {
    case 'comparison':
      return [
        ...comparisonRules(weighed.condition).map((rule) => `${indent}${ruleText(rule, language)}`),
        ...traceText(weighed.measured, language, indent),
      ];
    case 'against':
      return [
        ...comparisonRules(weighed.condition).map((rule) => `${indent}${ruleText(rule, language)}`),
        ...traceText(weighed.measured, language, indent),
        ...traceText(weighed.threshold, language, indent),
      ];
    case 'belonging':
      return [`${indent}${ruleText(weighed.condition.words, language)}`];
    case 'hiring':
      return [`${indent}${ruleText(weighed.condition.day, language)}`];
  }
}

/** The same as data. */
export function weighedData(weighed: Weighed, language: Language): object {
  switch (weighed.kind) {
    case 'comparison': {
      const { condition, measured } = weighed;
      const { measure, comparator, threshold } = condition;
      return {
        measure,
        comparator: comparator.value,
        threshold: threshold.text,
        rules: comparisonRules(condition).map((rule) => ruleData(rule, language)),
        measured: traceData(measured, language),
      };
    }
    case 'against': {
      const { condition, measured, threshold } = weighed;
      const { measure, comparator } = condition;
      return {
        measure,
        comparator: comparator.value,
        threshold: condition.threshold.value,
        rules: comparisonRules(condition).map((rule) => ruleData(rule, language)),
        measured: traceData(measured, language),
        against: traceData(threshold, language),
      };
    }
    case 'belonging': {
      const { attribute, words } = weighed.condition;
      return { attribute, words: words.value, own: weighed.own ?? null, rules: [ruleData(words, language)] };
    }
    case 'hiring': {
      const { side, day } = weighed.condition;
      return { [side]: day.value, own: weighed.own, rules: [ruleData(day, language)] };
    }
    case 'any':
      return { any: weighed.tried.map((one) => heldData(one, language)) };
    case 'all':
      return { all: weighed.tried.map((one) => heldData(one, language)) };
    case 'not':
      return { not: heldData(weighed.denied, language) };
  }
}

const heldData = (weighed: Weighed, language: Language): object => ({
  holds: weighed.holds,
  ...weighedData(weighed, language),
});
