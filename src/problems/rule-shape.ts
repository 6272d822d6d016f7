/** What can be wrong with the shape of a rule file: its keys, and how single values are written. */
import type { ProblemKind } from '../base/problem.js';

type None = Record<string, never>;

/** A word that is none of the known ones; `near` is the known one it resembles, or empty. */
export interface UnknownWord {
  readonly text: string;
  readonly known: readonly string[];
  readonly near: string;
}

const unknown_key: ProblemKind<UnknownWord> = {
  code: 'E0601',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is not a key of this mapping`,
      expected: `one of: ${p.known.join(', ')}`,
      hint: p.near ? `did you mean "${p.near}"?` : 'delete it, or move it to the mapping it belongs to',
    }),
    zh: (p) => ({
      message: `此处没有名为“${p.text}”的键`,
      expected: `以下之一：${p.known.join('、')}`,
      hint: p.near ? `是否想写“${p.near}”？` : '删去此键，或移到它所属的映射中',
    }),
  },
};

const missing: ProblemKind<{ key: string }> = {
  code: 'E0602',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.key}" is missing here`,
      expected: `a line \`${p.key}: …\`; nothing is filled in silently`,
      hint: 'add it; the shipped rule file shows how it is written',
    }),
    zh: (p) => ({
      message: `此处缺少“${p.key}”`,
      expected: `写出 \`${p.key}: …\`；程序不会暗中补值`,
      hint: '补上此键，写法可参照随附的规则文件',
    }),
  },
};

const not_a_mapping: ProblemKind<{ keys: readonly string[] }> = {
  code: 'E0603',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: 'a mapping belongs here, not a single value or a list',
      expected:
        p.keys.length > 0 ? `keys and values; keys: ${p.keys.join(', ')}` : 'one `id: …` for each entry',
      hint: 'write `{ key: value }`, or `key: value` on indented lines',
    }),
    zh: (p) => ({
      message: '此处应为映射，不能是单个值或列表',
      expected: p.keys.length > 0 ? `键和值；可用的键：${p.keys.join('、')}` : '每一项写成 `编号: …`',
      hint: '写成 `{ 键: 值 }`，或在下一行缩进写 `键: 值`',
    }),
  },
};

const not_a_list: ProblemKind<None> = {
  code: 'E0604',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'a list belongs here',
      expected: '`[first, second]`, or one line `- …` for each item',
      hint: 'put even a single item into brackets',
    }),
    zh: () => ({
      message: '此处应为列表',
      expected: '`[甲, 乙]`，或每项一行 `- …`',
      hint: '只有一项时也要加方括号',
    }),
  },
};

const too_few: ProblemKind<None> = {
  code: 'E0605',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the list has too few items',
      expected: 'at least one item (an interpolated scale needs two points)',
      hint: 'add the items, or delete the key when it may be left out',
    }),
    zh: () => ({
      message: '列表的项数不足',
      expected: '至少一项（插值表至少两个点）',
      hint: '补上各项；若此键可以省略，则删去',
    }),
  },
};

const not_a_value: ProblemKind<None> = {
  code: 'E0606',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'a single value belongs here, not a list or a mapping',
      expected: 'one value, such as `4` or `charge`; with its mark: `{ value: 4, stated: P-7 }`',
      hint: 'check the indentation and the brackets',
    }),
    zh: () => ({
      message: '此处应为单个值，不能是列表或映射',
      expected: '一个值，如 `4` 或 `charge`；带标记时写 `{ value: 4, stated: P-7 }`',
      hint: '检查缩进和括号',
    }),
  },
};

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

const not_a_number: ProblemKind<{ text: string }> = {
  code: 'E0609',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is not a number`,
      expected: 'a decimal with a point, such as 2.5, or a percentage, such as 30%',
      hint: 'write digits only: no unit, no thousands separator, no comma',
    }),
    zh: (p) => ({
      message: `“${p.text}”不是数字`,
      expected: '带小数点的数，如 2.5，或百分数，如 30%',
      hint: '只写数字：不带单位、千分位和逗号',
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
      hint: p.near ? `did you mean "${p.near}"?` : 'choose one of them',
    }),
    zh: (p) => ({
      message: `“${p.text}”不是此处可用的词`,
      expected: `以下之一：${p.known.join('、')}`,
      hint: p.near ? `是否想写“${p.near}”？` : '从中选一个',
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

const not_exactly_one: ProblemKind<{ keys: readonly string[]; found: readonly string[] }> = {
  code: 'E0619',
  severity: 'error',
  explain: {
    en: (p) => ({
      message:
        p.found.length === 0
          ? `none of these keys stands here: ${p.keys.join(', ')}`
          : `these keys exclude each other: ${p.found.join(', ')}`,
      expected: `exactly one of: ${p.keys.join(', ')}`,
      hint: p.found.length === 0 ? 'add the one that is meant' : 'keep the one that is meant',
    }),
    zh: (p) => ({
      message:
        p.found.length === 0
          ? `此处缺少以下键之一：${p.keys.join('、')}`
          : `这些键不能同时出现：${p.found.join('、')}`,
      expected: `恰好其中之一：${p.keys.join('、')}`,
      hint: p.found.length === 0 ? '补上要用的那个键' : '只保留要用的那个键',
    }),
  },
};

export const RULE_SHAPE_PROBLEMS = {
  unknown_key,
  missing,
  not_a_mapping,
  not_a_list,
  too_few,
  not_a_value,
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
  not_exactly_one,
};
