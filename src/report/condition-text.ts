/** Conditions held against a person, for people and as data: what was asked, what there was, and by which values. */
import { formatShort } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import { COMPARATOR_NAMES } from '../calc/conditions.js';
import type { Weighed } from '../calc/weighed.js';
import type { Attribute } from '../rules/condition-shape.js';
import type { Value } from '../rules/mark.js';
import type { Comparison } from '../rules/plan.js';
import { ruleData, ruleText, traceData, traceText } from './trace-text.js';

const TEXTS = {
  needed: { en: 'needed', zh: '需要' },
  any: { en: 'one of these', zh: '下列之一' },
  none: { en: 'none of these', zh: '下列均不满足' },
  empty: { en: '(empty)', zh: '（未填）' },
} satisfies Record<string, Localized>;

const ATTRIBUTE_NAMES: Readonly<Record<Attribute, Localized>> = {
  role: { en: 'role', zh: '岗位' },
  team: { en: 'team', zh: '班组' },
  site: { en: 'site', zh: '中心' },
  grade: { en: 'grade', zh: '等级' },
};

/** A condition's number, and that this measure counts in this way, which may be the greater assumption. */
export const comparisonRules = ({ threshold, comparator }: Comparison): Value<unknown>[] => [
  threshold,
  comparator,
];

const thresholdText = ({ comparator, threshold }: Comparison, language: Language): string =>
  `${COMPARATOR_NAMES[comparator.value][language]} ${threshold.text}`;

/** A condition that held. */
export function metText(weighed: Weighed, language: Language, indent: string): string[] {
  switch (weighed.kind) {
    case 'comparison': {
      const { condition } = weighed;
      return [
        `${indent}${condition.measure} ${thresholdText(condition, language)}`,
        ...groundsText(weighed, language, `${indent}  `),
      ];
    }
    case 'belonging':
      return [
        `${indent}${belongingText(weighed, language)}`,
        ...groundsText(weighed, language, `${indent}  `),
      ];
    case 'any':
      return [
        `${indent}${TEXTS.any[language]}`,
        ...weighed.tried.flatMap((one) =>
          one.holds ? metText(one, language, `${indent}  `) : unmetText(one, language, `${indent}  `),
        ),
      ];
  }
}

/** A condition that did not hold, and what there was. */
export function unmetText(weighed: Weighed, language: Language, indent: string): string[] {
  switch (weighed.kind) {
    case 'comparison': {
      const { condition, measured } = weighed;
      const needed = `${TEXTS.needed[language]} ${thresholdText(condition, language)}`;
      return [
        `${indent}${condition.measure} = ${formatShort(measured.value)}, ${needed}`,
        ...groundsText(weighed, language, `${indent}  `),
      ];
    }
    case 'belonging': {
      const needed = `${TEXTS.needed[language]} ${weighed.condition.words.value.join(', ')}`;
      return [
        `${indent}${belongingText(weighed, language)}, ${needed}`,
        ...groundsText(weighed, language, `${indent}  `),
      ];
    }
    case 'any':
      return [
        `${indent}${TEXTS.none[language]}`,
        ...weighed.tried.flatMap((one) => unmetText(one, language, `${indent}  `)),
      ];
  }
}

const belongingText = (
  { condition, own }: Extract<Weighed, { kind: 'belonging' }>,
  language: Language,
): string => `${ATTRIBUTE_NAMES[condition.attribute][language]} = ${own ?? TEXTS.empty[language]}`;

function groundsText(
  weighed: Exclude<Weighed, { kind: 'any' }>,
  language: Language,
  indent: string,
): string[] {
  switch (weighed.kind) {
    case 'comparison':
      return [
        ...comparisonRules(weighed.condition).map((rule) => `${indent}${ruleText(rule, language)}`),
        ...traceText(weighed.measured, language, indent),
      ];
    case 'belonging':
      return [`${indent}${ruleText(weighed.condition.words, language)}`];
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
    case 'belonging': {
      const { attribute, words } = weighed.condition;
      return { attribute, words: words.value, own: weighed.own ?? null, rules: [ruleData(words, language)] };
    }
    case 'any':
      return { any: weighed.tried.map((one) => ({ holds: one.holds, ...weighedData(one, language) })) };
  }
}
