/** What can be wrong with how a single value of a rule file is written. */
import type { ProblemKind } from '../base/problem.js';
import { adviceOnNumber, type NotANumber } from './rule-number-advice.js';
import type { UnknownWord } from './rule-shape.js';
import { adviceOnWord } from './rule-word-advice.js';

type None = Record<string, never>;

const empty_text: ProblemKind<None> = {
  code: 'E0607',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the text is empty',
      expected: 'at least one character',
      hint: 'write the text between the quotes',
    }),
    zh: () => ({
      message: '文字为空',
      expected: '至少一个字',
      hint: '在引号内填写文字',
    }),
  },
};

const bad_id: ProblemKind<{ text: string }> = {
  code: 'E0608',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" cannot serve as an id`,
      expected:
        'letters and digits, with - _ . inside; ids of components, sections and grades begin with a letter',
      hint: 'leave out spaces and other signs; what people read belongs into "name"',
    }),
    zh: (p) => ({
      message: `“${p.text}”不能用作编号`,
      expected: '由文字和数字组成，中间可用 - _ .；项目、评分项、等级的编号须以文字开头',
      hint: '不要用空格和其他符号；给人看的名称写在“name”里',
    }),
  },
};

const not_a_number: ProblemKind<NotANumber> = {
  code: 'E0609',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is not a number`,
      expected: 'a decimal with a point, such as 2.5, or a percentage, such as 30%',
      hint: adviceOnNumber(p).en,
    }),
    zh: (p) => ({
      message: `“${p.text}”不是数字`,
      expected: '带小数点的数，如 2.5，或百分数，如 30%',
      hint: adviceOnNumber(p).zh,
    }),
  },
};

const full_width_digits: ProblemKind<{ text: string; half: string }> = {
  code: 'E0610',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is written in full-width characters`,
      expected: p.half,
      hint: `switch the input method to half-width and type ${p.half}`,
    }),
    zh: (p) => ({
      message: `“${p.text}”是全角字符`,
      expected: p.half,
      hint: `把输入法切换为半角，重新输入 ${p.half}`,
    }),
  },
};

const not_a_count: ProblemKind<{ text: string }> = {
  code: 'E0611',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is not a count`,
      expected: 'a whole number from 0 to 999999999',
      hint: 'write it without decimals, sign and percent sign',
    }),
    zh: (p) => ({
      message: `“${p.text}”不是整数`,
      expected: '0 到 999999999 之间的整数',
      hint: '不带小数、正负号和百分号',
    }),
  },
};

const negative: ProblemKind<{ text: string }> = {
  code: 'E0612',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.text} is below 0`,
      expected: '0 or more',
      hint: 'write the amount without its sign: a fine or deduction is taken off by the program',
    }),
    zh: (p) => ({
      message: `${p.text} 小于 0`,
      expected: '0 或正数',
      hint: '不写负号：罚款和扣分由程序扣减',
    }),
  },
};

const not_positive: ProblemKind<{ text: string }> = {
  code: 'E0613',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.text} is not above 0, but something is divided by it`,
      expected: 'a number above 0',
      hint: 'correct the number',
    }),
    zh: (p) => ({
      message: `${p.text} 不大于 0，而此数用作除数`,
      expected: '大于 0 的数',
      hint: '改正此数',
    }),
  },
};

const not_a_share: ProblemKind<{ text: string }> = {
  code: 'E0614',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.text} is not a share: it is more than the whole`,
      expected: 'from 0% to 100%',
      hint: 'write the percent sign: 30 would be thirty times the whole, 30% is meant',
    }),
    zh: (p) => ({
      message: `${p.text} 不是比例：超过了全部`,
      expected: '0% 到 100%',
      hint: '写上百分号：30 表示全部的三十倍，应写 30%',
    }),
  },
};

const not_an_option: ProblemKind<UnknownWord> = {
  code: 'E0615',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is not one of the words that stand here`,
      expected: `one of: ${p.known.join(', ')}`,
      hint:
        adviceOnWord(p.text, p.known)?.en ?? (p.near ? `did you mean "${p.near}"?` : 'choose one of them'),
    }),
    zh: (p) => ({
      message: `“${p.text}”不是此处可用的词`,
      expected: `以下之一：${p.known.join('、')}`,
      hint: adviceOnWord(p.text, p.known)?.zh ?? (p.near ? `是否想写“${p.near}”？` : '从中选一个'),
    }),
  },
};

const listed_twice: ProblemKind<{ text: string }> = {
  code: 'E0616',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" stands in the list twice`,
      expected: 'each item once',
      hint: 'delete one of them, or correct it to what was meant',
    }),
    zh: (p) => ({
      message: `“${p.text}”在列表中出现两次`,
      expected: '每项只写一次',
      hint: '删去一个，或改为原本要写的内容',
    }),
  },
};

const not_a_date: ProblemKind<{ text: string }> = {
  code: 'E0617',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is not a date`,
      expected: 'a day of the calendar as YYYY-MM-DD, such as 2025-04-01',
      hint: 'write year, month and day with leading zeros and half-width hyphens',
    }),
    zh: (p) => ({
      message: `“${p.text}”不是日期`,
      expected: '日历上存在的一天，写成 YYYY-MM-DD，如 2025-04-01',
      hint: '年、月、日补零，用半角连字符',
    }),
  },
};

const not_first_of_month: ProblemKind<{ text: string; first: string }> = {
  code: 'E0618',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.text} is not the first day of a month`,
      expected: 'a first of month: rules hold for whole months',
      hint: `write ${p.first}, or the first of the month from which they are to hold`,
    }),
    zh: (p) => ({
      message: `${p.text} 不是某月的第一天`,
      expected: '某月 1 日：规则按整月生效',
      hint: `写 ${p.first}，或写实际开始执行的那个月的 1 日`,
    }),
  },
};

export const RULE_VALUE_PROBLEMS = {
  empty_text,
  bad_id,
  not_a_number,
  full_width_digits,
  not_a_count,
  negative,
  not_positive,
  not_a_share,
  not_an_option,
  listed_twice,
  not_a_date,
  not_first_of_month,
};
