/** Amounts, scales and conditions of a rule file in one line each, every value with the sign of its mark. */
import type { Language, Localized } from '../base/localized.js';
import { COMPARATOR_NAMES } from '../calc/conditions.js';
import type { PaidAmount } from '../rules/amount-shape.js';
import type { Condition } from '../rules/condition-shape.js';
import type { Band, Scale } from '../rules/scale-shape.js';
import { edgeWords, keyLabel } from './list-labels.js';
import { signed, signedAs } from './rule-tables.js';
import { wordOf } from './rule-words.js';

const METHODS = {
  marginal: { en: 'each part at its band', zh: '分段计' },
  whole: { en: 'all at the band reached', zh: '全部按达到的档' },
  lookup: { en: 'amount of the band reached', zh: '按档定额' },
  cumulative: { en: 'all bands reached, added up', zh: '各档累加' },
  step: { en: 'for each full step', zh: '按满步计' },
  interpolated: { en: 'straight lines between', zh: '两点间按比例' },
} satisfies Record<string, Localized>;

const TEXTS = {
  otherwise: { en: 'otherwise', zh: '其他' },
  if: { en: 'if', zh: '若' },
  not: { en: 'not', zh: '非' },
  or: { en: ' or ', zh: '或' },
  and: { en: ' and ', zh: '且' },
  above: { en: 'above', zh: '超过' },
  each: { en: 'for each', zh: '每' },
  most: { en: 'at most', zh: '最多' },
  by: { en: 'by', zh: '按' },
  shareOf: { en: 'share of', zh: '分配' },
  per: { en: 'per', zh: '按' },
} satisfies Record<string, Localized>;

/** How a scale pays. */
export const methodText = ({ scale }: Scale, language: Language): string =>
  signedAs(scale, METHODS[scale.value][language]);

/** Where a band begins, and what it pays, with the sign of each. */
export interface BandText {
  readonly band: string;
  readonly pays: string;
}

/** The bands, steps or points of a scale, one after the other. */
export function bandTexts(scale: Scale, language: Language): BandText[] {
  switch (scale.kind) {
    case 'bands':
      return scale.bands.map((band) => ({
        band: bandText(band, language),
        pays: `${signed(band.pays, language)}${band.plus ? ` + ${signed(band.plus, language)}` : ''}`,
      }));
    case 'step': {
      const most = scale.most ? `, ${TEXTS.most[language]} ${signed(scale.most, language)}` : '';
      const step = `${TEXTS.each[language]} ${signed(scale.each, language)} ${TEXTS.above[language]} ${signed(scale.above, language)}${most}`;
      return [{ band: step, pays: signed(scale.pays, language) }];
    }
    case 'interpolated':
      return scale.points.map(({ at, pays }) => ({
        band: signed(at, language),
        pays: signed(pays, language),
      }));
  }
}

function bandText(band: Band, language: Language): string {
  const [edge = '', at = ''] = band.written.split(': ');
  const words = edgeWords(edge, at)[language];
  const value = band.edge === 'start' ? band.edges.at(-1)?.at : band.at;
  return value ? signedAs(value, words) : words;
}

export function amountText(amount: PaidAmount, language: Language): string {
  switch (amount.kind) {
    case 'fixed':
      return signed(amount.fixed, language);
    case 'measure':
      return amount.measure;
    case 'rate':
      return `${signed(amount.rate, language)} × ${amount.of}`;
    case 'scale': {
      const { scale } = amount;
      const per = scale.per ? `, ${TEXTS.per[language]} ${signed(scale.per, language)}` : '';
      const by =
        scale.kind === 'bands' && scale.by
          ? `, ${TEXTS.by[language]} ${signedAs(scale.by, scale.by.text)}`
          : '';
      const bands = bandTexts(scale, language).map(({ band, pays }) => `${band}: ${pays}`);
      return `${scale.of}${by}${per}, ${methodText(scale, language)}: ${bands.join('; ')}`;
    }
    case 'table': {
      const { rows, columns, pays } = amount.table;
      const cells = pays.flatMap((row, r) =>
        row.map(
          (cell, c) =>
            `${keyLabel(rows, r)[language]}, ${keyLabel(columns, c)[language]}: ${signed(cell, language)}`,
        ),
      );
      return cells.join('; ');
    }
    case 'formula':
      return signedAs(amount.formula, amount.formula.text);
    case 'cases':
      return amount.cases
        .map(({ when, pays }) => {
          const paid = amountText(pays, language);
          if (when.length === 0) return `${TEXTS.otherwise[language]}: ${paid}`;
          return `${TEXTS.if[language]} ${conditionsText(when, language)}: ${paid}`;
        })
        .join('; ');
    case 'day_rate':
      return `monthly_base ÷ ${signed(amount.day_rate.divisor, language)} × ${signed(amount.day_rate.times, language)} × ${amount.of}`;
    case 'share': {
      const { share } = amount;
      const by = share.kind === 'equal' ? '' : `, ${TEXTS.by[language]} ${signedAs(share.by, share.by.text)}`;
      return `${TEXTS.shareOf[language]} ${share.of}${by} (${signed(share.among, language)})`;
    }
  }
}

export const conditionsText = (conditions: readonly Condition[], language: Language): string =>
  conditions.map((one) => conditionText(one, language)).join(TEXTS.and[language]);

function conditionText(condition: Condition, language: Language): string {
  switch (condition.kind) {
    case 'comparison':
    case 'against': {
      const { measure, comparator, threshold } = condition;
      const compared = signedAs(comparator, COMPARATOR_NAMES[comparator.value][language]);
      return `${measure} ${compared} ${signedAs(threshold, threshold.text)}`;
    }
    case 'belonging':
      return `${wordOf(condition.attribute)?.[language] ?? condition.attribute} ${signed(condition.words, language)}`;
    case 'hiring':
      return `${wordOf(condition.side)?.[language] ?? condition.side} ${signed(condition.day, language)}`;
    case 'any':
      return `(${condition.any.map((one) => conditionText(one, language)).join(TEXTS.or[language])})`;
    case 'all':
      return `(${conditionsText(condition.all, language)})`;
    case 'not':
      return `${TEXTS.not[language]} ${conditionText(condition.not, language)}`;
  }
}
