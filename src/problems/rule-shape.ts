/** What can be wrong with the shape of a rule file: its keys, mappings and lists. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';
import { adviceOnKey } from './rule-key-advice.js';
import { exampleOfKey, exampleOfMapping } from './rule-key-examples.js';

type None = Record<string, never>;

/** A word that is none of the known ones; `near` is the known one it resembles, or empty. */
export interface UnknownWord {
  readonly text: string;
  readonly known: readonly string[];
  readonly near: string;
}

/** A key that a mapping does not know. */
interface UnknownKey extends UnknownWord {
  /** The marks that may stand there as well. */
  readonly marks: readonly string[];
  /** The keys that lead to the mapping. */
  readonly path: readonly string[];
}

const unknown_key: ProblemKind<UnknownKey> = {
  code: 'E0601',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is not a key of this mapping`,
      expected: `one of: ${p.known.join(', ')}${p.marks.length > 0 ? `; and a mark: ${p.marks.join(', ')}` : ''}`,
      hint:
        adviceOnKey(p)?.en ??
        (p.near ? `did you mean "${p.near}"?` : 'delete it, or move it to the mapping it belongs to'),
    }),
    zh: (p) => ({
      message: `此处没有名为“${p.text}”的键`,
      expected: `以下之一：${p.known.join('、')}${p.marks.length > 0 ? `；以及标记：${p.marks.join('、')}` : ''}`,
      hint: adviceOnKey(p)?.zh ?? (p.near ? `是否想写“${p.near}”？` : '删去此键，或移到它所属的映射中'),
    }),
  },
};

interface Missing {
  readonly key: string;
  /** The key of the mapping that lacks it. */
  readonly within?: string;
}

function written({ key, within }: Missing): Localized | undefined {
  const example = exampleOfKey(key, within) ?? exampleOfMapping(within, key);
  return example === undefined ? undefined : { en: `for instance \`${example}\``, zh: `例如 \`${example}\`` };
}

const missing: ProblemKind<Missing> = {
  code: 'E0602',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.key}" is missing here`,
      expected: `a line \`${p.key}: …\`; nothing is filled in silently`,
      hint: `add it, ${written(p)?.en ?? 'as the documentation of rule files shows it'}`,
    }),
    zh: (p) => ({
      message: `此处缺少“${p.key}”`,
      expected: `写出 \`${p.key}: …\`；程序不会暗中补值`,
      hint: `补上此键，${written(p)?.zh ?? '写法见规则文件的说明文档'}`,
    }),
  },
};

/** `path`: the keys that lead to it. */
const not_a_mapping: ProblemKind<{ keys: readonly string[]; path?: readonly string[] }> = {
  code: 'E0603',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: 'a mapping belongs here, not a single value or a list',
      expected:
        p.keys.length > 0 ? `keys and values; keys: ${p.keys.join(', ')}` : 'one `id: …` for each entry',
      hint: `write \`${exampleOfMapping(p.path?.at(-1)) ?? '{ key: value }'}\`, or \`key: value\` on indented lines`,
    }),
    zh: (p) => ({
      message: '此处应为映射，不能是单个值或列表',
      expected: p.keys.length > 0 ? `键和值；可用的键：${p.keys.join('、')}` : '每一项写成 `编号: …`',
      hint: `写成 \`${exampleOfMapping(p.path?.at(-1)) ?? '{ 键: 值 }'}\`，或在下一行缩进写 \`键: 值\``,
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

interface NotExactlyOne {
  readonly keys: readonly string[];
  readonly found: readonly string[];
  /** Each of them may stand in a condition of its own, where all must hold. */
  readonly eachAlone?: boolean;
  /** What else stands in the mapping, and the keys that lead to it. */
  readonly others?: readonly string[];
  readonly path?: readonly string[];
}

function keepOne({ keys, found, eachAlone, others = [], path = [] }: NotExactlyOne): Localized {
  if (found.length === 0) {
    const advice = others.flatMap((text) => {
      const one = adviceOnKey({ text, known: keys, path });
      return one ? [{ en: `"${text}": ${one.en}`, zh: `“${text}”：${one.zh}` }] : [];
    });
    return advice[0] ?? { en: 'add the one that is meant', zh: '补上要用的那个键' };
  }
  return eachAlone
    ? {
        en: 'write two conditions: `{ measure: …, at_least: … }, { measure: …, less_than: … }`; all of a list must hold',
        zh: '写成两个条件：`{ measure: …, at_least: … }, { measure: …, less_than: … }`，列出的条件须全部满足',
      }
    : { en: 'keep the one that is meant', zh: '只保留要用的那个键' };
}

const not_exactly_one: ProblemKind<NotExactlyOne> = {
  code: 'E0619',
  severity: 'error',
  explain: {
    en: (p) => ({
      message:
        p.found.length === 0
          ? `none of these keys stands here: ${p.keys.join(', ')}`
          : `these keys exclude each other: ${p.found.join(', ')}`,
      expected: `exactly one of: ${p.keys.join(', ')}`,
      hint: keepOne(p).en,
    }),
    zh: (p) => ({
      message:
        p.found.length === 0
          ? `此处缺少以下键之一：${p.keys.join('、')}`
          : `这些键不能同时出现：${p.found.join('、')}`,
      expected: `恰好其中之一：${p.keys.join('、')}`,
      hint: keepOne(p).zh,
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
  not_exactly_one,
};
