/** What can be wrong with the numbers, words and names of a formula, and with the names of the measures that it would name. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';

/** A number of a formula that is another than it looks like. */
export interface DoubtfulNumber {
  readonly form: 'thousands' | 'comma' | 'leading_zero';
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly character: number;
}

/** A word or sign that formulas do not have, and what they have in its place. */
export interface Instead {
  readonly text: string;
  readonly instead: string;
  /** It is the full-width form of that sign. */
  readonly fullWidth: boolean;
}

export const mendByInstead = ({ text, instead, fullWidth }: Instead): Localized =>
  fullWidth
    ? {
        en: `\`${text}\` is full-width: write \`${instead}\`, with the input method switched to half-width signs`,
        zh: `\`${text}\` 是全角符号：请把输入法切换为半角，写作 \`${instead}\``,
      }
    : { en: `write \`${instead}\` for \`${text}\``, zh: `\`${text}\` 应写作 \`${instead}\`` };

const WHOLE = {
  en: 'numbers have no thousands separators: `10000`; between two numbers stands a comma with a blank after it: `10, 500`',
  zh: '数字不用千位分隔符，写作 `10000`；若是两个数，逗号后加空格：`10, 500`',
};

const DOUBTFUL: Readonly<
  Record<DoubtfulNumber['form'], { readonly what: Localized; readonly mend: Localized }>
> = {
  thousands: {
    what: { en: 'would be several numbers, one at each comma', zh: '会被读成逗号隔开的几个数' },
    mend: WHOLE,
  },
  comma: {
    what: { en: 'would be two numbers, 0 and another', zh: '会被读成 0 和另一个数' },
    mend: { en: 'a decimal is written with a point: `0.5`', zh: '小数用点号：`0.5`' },
  },
  leading_zero: { what: { en: 'begins with a zero', zh: '以零开头' }, mend: WHOLE },
};

const doubtful_number: ProblemKind<DoubtfulNumber> = {
  code: 'E0700',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" at character ${p.character} of the formula ${DOUBTFUL[p.form].what.en}`,
      expected: 'decimals such as 10000 or 0.5',
      hint: DOUBTFUL[p.form].mend.en,
    }),
    zh: (p) => ({
      message: `公式第 ${p.character} 个字符处的“${p.text}”${DOUBTFUL[p.form].what.zh}`,
      expected: '小数，如 10000 或 0.5',
      hint: DOUBTFUL[p.form].mend.zh,
    }),
  },
};

/** Why a formula can't name a measure: by its characters, or since the word means something else already. */
export interface UnnameableMeasure {
  readonly text: string;
  readonly why: 'characters' | 'word' | 'function' | 'mark';
}

const WHY: Readonly<Record<UnnameableMeasure['why'], Localized>> = {
  characters: {
    en: 'formulas take some of its characters for signs or numbers',
    zh: '公式会把其中的字符读成符号或数字',
  },
  word: { en: 'the word means something else in formulas', zh: '此词在公式中另有含义' },
  function: { en: 'formulas have a function or word of that name', zh: '公式中已有同名的函数或词' },
  mark: { en: 'it is a key of the marks of values', zh: '它是标注来源所用的键' },
};

const unnameable_measure: ProblemKind<UnnameableMeasure> = {
  code: 'E0600',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no formula could name a measure "${p.text}": ${WHY[p.why].en}`,
      expected: 'letters, digits and _, a letter first, and no word of formulas or marks',
      hint: `rename it here, in measures.csv and wherever it is named: "${renamed(p)}", say`,
    }),
    zh: (p) => ({
      message: `指标名“${p.text}”无法在公式中使用：${WHY[p.why].zh}`,
      expected: '字母（文字）、数字和 _，以字母开头，且不是公式或标注所用的词',
      hint: `在此处、measures.csv 和引用它的地方改名，例如“${renamed(p)}”`,
    }),
  },
};

/** A name that is close by. */
function renamed({ text, why }: UnnameableMeasure): string {
  if (why !== 'characters') return `${text}_1`;
  const name = text.normalize('NFKC').replaceAll(/[^\p{L}\p{Nd}_]+/gu, '_');
  return /^\p{L}/u.test(name) ? name : `m_${name}`;
}

const name_wanted: ProblemKind<{ asker: string; text: string }> = {
  code: 'E0680',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.asker} can't take "${p.text}"`,
      expected: `the name of a measure: ${p.asker}(sales)`,
      hint: 'make what stands in the brackets a measure of its own, and name it',
    }),
    zh: (p) => ({
      message: `${p.asker} 的括号中不能写“${p.text}”`,
      expected: `一个指标名：${p.asker}(sales)`,
      hint: '把括号中的算式另立为指标，再写它的名称',
    }),
  },
};

const so_far_of_the_month: ProblemKind<{ measure: string }> = {
  code: 'E0629',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `so_far(${p.measure}) has no meaning here: the formula is reckoned once for the month`,
      expected: 'so_far in a formula under `each`, per transaction, day or week',
      hint: 'make the formula one of `each: { per: transaction, formula: … }`; the sum of the month is the measure itself',
    }),
    zh: (p) => ({
      message: `so_far(${p.measure}) 在此没有意义：这个公式整月只计算一次`,
      expected: 'so_far 只用于 `each` 之下按笔、按日或按周的公式',
      hint: '改为 `each: { per: transaction, formula: … }`；全月合计就是该指标本身',
    }),
  },
};

const unquoted_formula: ProblemKind<{ text: string }> = {
  code: 'E0514',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the formula stands without quotes, and YAML does not read it as a whole ("${p.text}")`,
      expected:
        '`formula: "…"`: a formula with a comma, a colon, or a sign such as ! at its beginning, in double quotes',
      hint: 'put the formula in double quotes',
    }),
    zh: (p) => ({
      message: `公式没有加引号，YAML 读不出整个公式（“${p.text}”）`,
      expected: '`formula: "…"`：带逗号、冒号，或以 ! 等符号开头的公式要加半角双引号',
      hint: '给公式加上半角双引号',
    }),
  },
};

export const RULE_FORMULA_WORD_PROBLEMS = {
  doubtful_number,
  unnameable_measure,
  name_wanted,
  so_far_of_the_month,
  unquoted_formula,
};
