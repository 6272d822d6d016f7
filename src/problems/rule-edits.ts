/** What stands against changing a rule file. */
import type { ProblemKind } from '../base/problem.js';

const no_such_value: ProblemKind<{ path: string; near: string }> = {
  code: 'E0920',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `nothing stands at ${p.path} in this rule file`,
      expected: p.near === '' ? 'the path of a value, such as products.MAIL.points' : `perhaps ${p.near}`,
      hint: '`telepay rules confirm` and `telepay rules diff` show paths; items of lists count from 1',
    }),
    zh: (p) => ({
      message: `规则文件中没有 ${p.path}`,
      expected: p.near === '' ? '值的路径，例如 products.MAIL.points' : `也许是 ${p.near}`,
      hint: '路径见 `telepay rules confirm` 和 `telepay rules diff`；列表从 1 数起',
    }),
  },
};

/** `within`: the paths of the values there, the first ones. */
const several_values: ProblemKind<{ path: string; within: readonly string[] }> = {
  code: 'E0921',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.path} is no single value`,
      expected: `the path of one value, such as ${p.within.join(', ')}`,
      hint: 'name the value itself; several are changed one after the other in the same command',
    }),
    zh: (p) => ({
      message: `${p.path} 不是单个值`,
      expected: `单个值的路径，例如 ${p.within.join('、')}`,
      hint: '请写到具体的值；几个值可在同一条命令中依次列出',
    }),
  },
};

const comment_within: ProblemKind<{ path: string }> = {
  code: 'E0922',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `a comment stands within what would be replaced at ${p.path}`,
      expected: 'comments before or behind it, which stay as they are',
      hint: 'move the comment, or change this place in an editor',
    }),
    zh: (p) => ({
      message: `${p.path} 处要替换的内容中夹有注释`,
      expected: '注释写在前面或后面，这样的注释会原样保留',
      hint: '先移开注释，或用编辑器手工修改此处',
    }),
  },
};

/** `others`: the paths of what would change besides, the first ones. */
const changes_more: ProblemKind<{ path: string; others: readonly string[] }> = {
  code: 'E0923',
  severity: 'error',
  explain: {
    en: (p) => ({
      message:
        p.others.length === 0
          ? `no way was found to write this at ${p.path}`
          : `the change at ${p.path} would also change ${p.others.join(', ')}`,
      expected: 'exactly what was named changes, and nothing else',
      hint: 'change this place in an editor, then run `telepay rules test`',
    }),
    zh: (p) => ({
      message:
        p.others.length === 0
          ? `无法在 ${p.path} 处写入此值`
          : `改动 ${p.path} 会连带改动 ${p.others.join('、')}`,
      expected: '只改指明的内容，其他一概不动',
      hint: '请用编辑器手工修改此处，再运行 `telepay rules test`',
    }),
  },
};

/** `mark`: undefined where the value bears none. */
const not_assumed: ProblemKind<{ path: string; mark: string | undefined; clause: string }> = {
  code: 'E0924',
  severity: 'error',
  explain: {
    en: (p) => ({
      message:
        p.mark === undefined
          ? `${p.path} bears no mark`
          : `${p.path} is ${p.mark} (${p.clause}), not assumed`,
      expected: 'the path of an assumed value',
      hint: '`telepay rules confirm FILE` lists what is still open; to change a value use `telepay rules set`',
    }),
    zh: (p) => ({
      message:
        p.mark === undefined
          ? `${p.path} 没有标记`
          : `${p.path} 的标记是 ${p.mark}（${p.clause}），不是推定值`,
      expected: '推定值的路径',
      hint: '`telepay rules confirm 文件` 列出待确认的值；要改值请用 `telepay rules set`',
    }),
  },
};

/** `covered`: all values of the mark; `mark`: its path. */
const mark_of_several: ProblemKind<{ path: string; mark: string; covered: readonly string[] }> = {
  code: 'E0925',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.path} can't bear a mark of its own; it shares that of ${p.covered.join(', ')}`,
      expected: `all that share the mark confirmed together: ${p.mark}`,
      hint: `say --value ${p.mark} if the document settles all of them; else write the marks in an editor`,
    }),
    zh: (p) => ({
      message: `${p.path} 不能单独标记，它与 ${p.covered.join('、')} 共用一个标记`,
      expected: `共用标记的一并确认：${p.mark}`,
      hint: `文件对它们都有定论时写 --value ${p.mark}，否则请用编辑器分别标记`,
    }),
  },
};

const closed_by_it: ProblemKind<{ months: readonly string[]; version: string }> = {
  code: 'E0926',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.months.join(', ')} was closed by this rule file; a changed value would contradict what was paid`,
      expected: 'a rule file of its own for a new rate',
      hint: `make one with \`telepay rules new --from ${p.version} --effective DATE\`, and change that`,
    }),
    zh: (p) => ({
      message: `${p.months.join('、')} 已按此规则文件结账，改值会与已发的工资不符`,
      expected: '新费率另立规则文件',
      hint: `用 \`telepay rules new --from ${p.version} --effective 日期\` 新建一份，改新的`,
    }),
  },
};

const closed_before_confirmed: ProblemKind<{ months: readonly string[] }> = {
  code: 'W0927',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.months.join(', ')} was closed by this rule file while the value was assumed`,
      expected: 'no amount changes by a mark; the seal keeps the file as it was',
      hint: 'nothing to do; a run of that month will say that its rule file changed since',
    }),
    zh: (p) => ({
      message: `${p.months.join('、')} 结账时此值还是推定的`,
      expected: '标记不影响任何金额；封存中保留当时的文件',
      hint: '不必处理；再运行该月时会提示规则文件已有改动',
    }),
  },
};

export const EDIT_PROBLEMS = {
  no_such_value,
  several_values,
  comment_within,
  changes_more,
  not_assumed,
  mark_of_several,
  closed_by_it,
  closed_before_confirmed,
};
