/** Conditions that nobody, or everybody, meets. */
import type { ProblemKind } from '../../base/problem.js';

const never_holds: ProblemKind<{ of: string; what: 'gate' | 'case' | 'condition' | 'formula' }> = {
  code: 'W0855',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: {
        gate: `the gate of \`${p.of}\` can never be met: no number, word or day passes all of its conditions`,
        case: `this case of \`${p.of}\` never pays: nobody meets its conditions`,
        condition: `nobody can meet this condition of \`${p.of}\``,
        formula: `nobody can meet \`${p.of}\``,
      }[p.what],
      expected: 'conditions that somebody can meet',
      hint: 'look which of the numbers is mistaken; conditions of which one is enough stand under `any`',
    }),
    zh: (p) => ({
      message: {
        gate: `\`${p.of}\` 的条件永远不能全部满足：没有哪个数、词、日期同时符合`,
        case: `\`${p.of}\` 的这一情形永远不付：没有人满足条件`,
        condition: `\`${p.of}\` 的这个条件没有人能满足`,
        formula: `\`${p.of}\` 没有人能满足`,
      }[p.what],
      expected: '有人能满足的条件',
      hint: '看哪个数写错；满足其一即可的条件写在 `any` 下',
    }),
  },
};

const always_holds: ProblemKind<{ of: string }> = {
  code: 'W0856',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `everybody meets this condition of \`${p.of}\`: it keeps nobody out`,
      expected: 'a condition that some do not meet',
      hint: 'correct the number, or take the condition out',
    }),
    zh: (p) => ({
      message: `\`${p.of}\` 的这个条件人人满足：不起作用`,
      expected: '有人不满足的条件',
      hint: '改正这个数，或删去条件',
    }),
  },
};

const case_never_reached: ProblemKind<{ of: string; index: number; earlier: number | undefined }> = {
  code: 'W0857',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `case ${p.index} of \`${p.of}\` is never reached: whoever meets its conditions is paid by ${p.earlier === undefined ? 'the cases before it' : `case ${p.earlier}`} already`,
      expected: 'cases of which the narrower ones stand first',
      hint: 'put the case with the stricter conditions before the others; the first that holds pays',
    }),
    zh: (p) => ({
      message: `\`${p.of}\` 的第 ${p.index} 种情形永远轮不到：满足它的人已经按${p.earlier === undefined ? '前面各种' : `第 ${p.earlier} 种`}情形付了`,
      expected: '条件较严的情形写在前面',
      hint: '把条件更严的情形移到前面；从上到下第一个满足的付',
    }),
  },
};

const choice_never_reached: ProblemKind<{ text: string; formula: string }> = {
  code: 'W0858',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `\`${p.text}\` never decides anything where it stands in the formula: the conditions before it settle it already`,
      expected: 'choices of which the narrower ones stand first',
      hint: 'put the stricter condition first: the formula takes the first that holds',
    }),
    zh: (p) => ({
      message: `\`${p.text}\` 在公式中的这个位置不起作用：前面的条件已经决定`,
      expected: '较严的条件写在前面',
      hint: '把更严的条件移到前面：公式取第一个满足的',
    }),
  },
};

const role_elsewhere: ProblemKind<{ of: string; roles: readonly string[]; own: readonly string[] }> = {
  code: 'W0859',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `\`${p.of}\` is for ${p.roles.join(', ')}, and the rules are for ${p.own.join(', ')} alone`,
      expected: 'roles that `applies_to` takes in',
      hint: 'correct the roles, or move the component into the rule file of those people',
    }),
    zh: (p) => ({
      message: `\`${p.of}\` 针对 ${p.roles.join('、')}，而本规则只适用于 ${p.own.join('、')}`,
      expected: '`applies_to` 包括的岗位',
      hint: '改正岗位，或把项目移到那些人的规则文件',
    }),
  },
};

const both_or_neither: ProblemKind<{
  one: string;
  other: string;
  measure: string;
  edge: string;
  both: boolean;
}> = {
  code: 'W0860',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `with ${p.measure} of exactly ${p.edge} ${p.both ? `both \`${p.one}\` and \`${p.other}\` are paid` : `neither \`${p.one}\` nor \`${p.other}\` is paid`}`,
      expected: 'gates that meet with the number itself on one side',
      hint: p.both
        ? 'write `less_than` for `at_most`, or `more_than` for `at_least`, on the side that the number does not belong to'
        : 'write `at_most` for `less_than`, or `at_least` for `more_than`, on the side that the number belongs to',
    }),
    zh: (p) => ({
      message: `${p.measure} 正好为 ${p.edge} 时，${p.both ? `\`${p.one}\` 和 \`${p.other}\` 都付` : `\`${p.one}\` 和 \`${p.other}\` 都不付`}`,
      expected: '这个数本身只归一边',
      hint: p.both
        ? '不含此数的一边把 `at_most` 改为 `less_than`，或把 `at_least` 改为 `more_than`'
        : '含此数的一边把 `less_than` 改为 `at_most`，或把 `more_than` 改为 `at_least`',
    }),
  },
};

export const LINT_CONDITION_PROBLEMS = {
  never_holds,
  always_holds,
  case_never_reached,
  choice_never_reached,
  role_elsewhere,
  both_or_neither,
};
