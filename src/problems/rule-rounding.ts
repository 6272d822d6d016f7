/** What can be wrong with a currency and with roundings. */
import type { ProblemKind } from '../base/problem.js';

const finer_than_currency: ProblemKind<{ text: string; code: string; places: number }> = {
  code: 'E0659',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `a component is rounded to ${p.text} decimals, but ${p.code} has ${p.places}`,
      expected: `at most ${p.places}`,
      hint: 'correct the places; what is to be rounded finer is a measure that the component names',
    }),
    zh: (p) => ({
      message: `项目保留 ${p.text} 位小数，而 ${p.code} 只有 ${p.places} 位`,
      expected: `不超过 ${p.places} 位`,
      hint: '改正 places；需要更细的舍入时，写成该项目所引用的指标',
    }),
  },
};

const not_a_currency: ProblemKind<{ text: string }> = {
  code: 'E0664',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is no code of a currency`,
      expected: 'three capital letters, as ISO 4217 has them: CNY, USD, KRW',
      hint: 'look the code up; the sign and the name are no codes',
    }),
    zh: (p) => ({
      message: `“${p.text}”不是货币代码`,
      expected: '三个大写字母，按 ISO 4217：CNY、USD、KRW',
      hint: '查出该货币的代码；符号和名称不是代码',
    }),
  },
};

const not_currency_places: ProblemKind<{ text: string }> = {
  code: 'E0665',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no currency has ${p.text} decimals`,
      expected: '0, 2 or 3: 2 where a hundredth is the smallest unit, 0 where nothing is smaller',
      hint: 'ISO 4217 lists the decimals of every currency; to pay whole units only, round the components',
    }),
    zh: (p) => ({
      message: `没有小数位数为 ${p.text} 的货币`,
      expected: '0、2 或 3：最小单位为百分之一的写 2，没有更小单位的写 0',
      hint: '各货币的小数位数见 ISO 4217；若只付整数金额，请给项目写 rounding',
    }),
  },
};

const not_rounding_places: ProblemKind<{ text: string }> = {
  code: 'E0666',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is no number of places to round to`,
      expected: 'a whole number from -6 (millions) over -2 (hundreds) and 0 (whole numbers) to 6 (decimals)',
      hint: 'write the decimals that are kept',
    }),
    zh: (p) => ({
      message: `“${p.text}”不是可用的舍入位数`,
      expected: '-6 到 6 的整数，其中 -6 为百万位，-2 为百位，0 为个位，6 为六位小数',
      hint: '写出保留几位小数',
    }),
  },
};

export const RULE_ROUNDING_PROBLEMS = {
  finer_than_currency,
  not_a_currency,
  not_currency_places,
  not_rounding_places,
};
