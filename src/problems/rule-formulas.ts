/** What can be wrong with a formula of a rule file. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';
import { type Instead, mendByInstead } from './rule-formula-words.js';
import type { UnknownWord } from './rule-shape.js';

/** A percentage that a formula has, and the decimal that it is written as. */
export interface Percentage {
  readonly text: string;
  readonly decimal: string;
}

interface NotUnderstood {
  readonly rest: string;
  readonly character: number;
  readonly percentage?: Percentage | undefined;
  /** A word or sign that formulas do not have. */
  readonly instead?: Instead | undefined;
}

function mendUnread({ percentage, instead }: NotUnderstood): Localized {
  if (instead) return mendByInstead(instead);
  if (percentage) return asDecimal(percentage);
  return {
    en: 'close every bracket, and put an operator between two numbers',
    zh: '检查括号是否成对、两个数之间是否有运算符',
  };
}

const asDecimal = ({ text, decimal }: Percentage): Localized => ({
  en: `a formula has no percentages: write \`${decimal}\` for \`${text}\``,
  zh: `公式中不用百分数：\`${text}\` 写作 \`${decimal}\``,
});

const formula_not_understood: ProblemKind<NotUnderstood> = {
  code: 'E0671',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the formula can't be read at its character ${p.character}${p.rest === '' ? ', its end' : ` ("${p.rest}")`}`,
      expected: 'numbers, measures, + - * /, comparisons, && || !, a ? b : c, and functions',
      hint: mendUnread(p).en,
    }),
    zh: (p) => ({
      message: `公式从第 ${p.character} 个字符起无法识别${p.rest === '' ? '（已到末尾）' : `（“${p.rest}”）`}`,
      expected: '数字、指标、+ - * /、比较、&& || !、a ? b : c 和函数',
      hint: mendUnread(p).zh,
    }),
  },
};

interface FormulaPart {
  readonly text: string;
  readonly wanted: 'number' | 'condition';
  readonly character: number;
  readonly percentage?: Percentage | undefined;
  /** An operator that formulas do not have. */
  readonly operator?: string | undefined;
}

/** What formulas have in the place of an operator of other languages. */
const INSTEAD: Readonly<Record<string, string>> = {
  '=': '==',
  '===': '==',
  '!==': '!=',
  '&': '&&',
  '|': '||',
  '%': 'mod(a, b)',
};

function mendPart({ wanted, percentage, operator }: FormulaPart): Localized {
  if (percentage) return asDecimal(percentage);
  if (operator !== undefined) {
    const instead = Object.hasOwn(INSTEAD, operator) ? INSTEAD[operator] : undefined;
    return instead === undefined
      ? { en: `formulas have no operator \`${operator}\``, zh: `公式没有运算符 \`${operator}\`` }
      : { en: `write \`${instead}\` for \`${operator}\``, zh: `\`${operator}\` 应写作 \`${instead}\`` };
  }
  return wanted === 'number'
    ? { en: 'a condition chooses between numbers with ? and :', zh: '条件要用 ? 和 : 选出数来' }
    : { en: 'compare the number with another', zh: '请与另一个数比较' };
}

const formula_part: ProblemKind<FormulaPart> = {
  code: 'E0672',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" at character ${p.character} of the formula is no ${p.wanted}`,
      expected:
        p.wanted === 'number'
          ? 'a decimal such as 1.5, a measure, a function or arithmetic'
          : 'a comparison such as counted >= 30, or several with && and ||',
      hint: mendPart(p).en,
    }),
    zh: (p) => ({
      message: `公式第 ${p.character} 个字符处的“${p.text}”不是${p.wanted === 'number' ? '数' : '条件'}`,
      expected:
        p.wanted === 'number'
          ? '小数（如 1.5）、指标、函数或算式'
          : '比较（如 counted >= 30），或用 && 和 || 连接',
      hint: mendPart(p).zh,
    }),
  },
};

function mendFunction({
  near,
  instead,
}: UnknownWord & { readonly instead?: Instead | undefined }): Localized {
  if (instead) return mendByInstead(instead);
  if (near) return { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` };
  return { en: 'use one of these', zh: '请改用其中之一' };
}

const unknown_function: ProblemKind<UnknownWord & { readonly instead?: Instead | undefined }> = {
  code: 'E0673',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `formulas know no function "${p.text}"`,
      expected: `one of ${p.known.join(', ')}`,
      hint: mendFunction(p).en,
    }),
    zh: (p) => ({
      message: `公式没有函数“${p.text}”`,
      expected: `可用函数：${p.known.join('、')}`,
      hint: mendFunction(p).zh,
    }),
  },
};

const formula_arguments: ProblemKind<{ name: string; least: number; most: number; found: number }> = {
  code: 'E0674',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.name} is given ${p.found} ${p.found === 1 ? 'number' : 'numbers'}`,
      expected: p.least === p.most ? `${p.least}` : `${p.least} to ${p.most}`,
      hint: 'numbers are separated by commas: min(counted, 200)',
    }),
    zh: (p) => ({
      message: `${p.name} 带了 ${p.found} 个数`,
      expected: p.least === p.most ? `${p.least} 个` : `${p.least} 至 ${p.most} 个`,
      hint: '各数之间用逗号分开：min(counted, 200)',
    }),
  },
};

const formula_too_long: ProblemKind<{ most: number }> = {
  code: 'E0675',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the formula is longer than ${p.most} characters`,
      expected: 'a formula that a reader can hold in his head',
      hint: 'name its parts as measures of their own',
    }),
    zh: (p) => ({
      message: `公式超过 ${p.most} 个字符`,
      expected: '读者能看懂的公式',
      hint: '把其中的部分另立为指标',
    }),
  },
};

const formula_too_deep: ProblemKind<{ most: number }> = {
  code: 'E0677',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `with the formulas that it builds on, this one has more than ${p.most} parts`,
      expected: 'formulas that can be explained line by line',
      hint: 'name a measure once and choose or multiply, in place of naming it again and again',
    }),
    zh: (p) => ({
      message: `连同它所依赖的公式，此公式超过 ${p.most} 个部分`,
      expected: '能逐行说明的公式',
      hint: '同一指标只写一次，用选择或相乘代替重复引用',
    }),
  },
};

const formula_circle: ProblemKind<{ circle: readonly string[] }> = {
  code: 'E0676',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `these measures need one another: ${p.circle.join(' → ')}`,
      expected: 'formulas that end at measures which are counted',
      hint: 'write one of them without the others',
    }),
    zh: (p) => ({
      message: `这些指标互相依赖：${p.circle.join(' → ')}`,
      expected: '公式最终落在可计数的指标上',
      hint: '请改写其中一个，使其不依赖其他几个',
    }),
  },
};

export const RULE_FORMULA_PROBLEMS = {
  formula_not_understood,
  formula_part,
  unknown_function,
  formula_arguments,
  formula_too_long,
  formula_circle,
  formula_too_deep,
};
