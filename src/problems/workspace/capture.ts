/** What can stand in the way of an example made of what somebody was paid. */
import type { Localized } from '../../base/localized.js';
import type { ProblemKind } from '../../base/problem.js';

const not_captured: ProblemKind<{ month: string; what: Localized }> = {
  code: 'E0950',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no example of that month comes to what was paid in ${p.month}: ${p.what.en}`,
      expected: 'pay that hangs on the inputs of the month, of the person or of others',
      hint: 'what runs on from earlier months is written by hand, the earlier months before it: see months in the section on examples of docs/plan-language.md',
    }),
    zh: (p) => ({
      message: `${p.month} 所发无法写成该月的例子：${p.what.zh}`,
      expected: '取决于本人或他人当月数据的薪酬',
      hint: '延续以前月份的，请手工写例子，并把以前的月份写在前面：见 docs/plan-language.md 例子一节的 months',
    }),
  },
};

const example_name: ProblemKind<{ name: string; taken: boolean }> = {
  code: 'E0951',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: p.taken ? `the rule file has an example "${p.name}"` : `"${p.name}" is no name of an example`,
      expected: 'a name of letters, digits, _ and - that begins with a letter and is not taken',
      hint: 'choose another one with --name, or leave it out',
    }),
    zh: (p) => ({
      message: p.taken ? `规则文件中已有例子“${p.name}”` : `“${p.name}”不能作例子的名称`,
      expected: '由字母（含汉字）、数字、_ 和 - 组成、以字母开头、未被占用的名称',
      hint: '请用 --name 另取名称，或省略',
    }),
  },
};

const nothing_paid: ProblemKind<{ agent: string; month: string }> = {
  code: 'E0945',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no component of the plan pays ${p.agent} anything in ${p.month}, and none is shut by its gate: there is nothing to expect`,
      expected: 'somebody with pay of this month by the rule file',
      hint: `see telepay explain ${p.agent} ${p.month}; lines of earlier months alone make no example`,
    }),
    zh: (p) => ({
      message: `${p.agent} 在 ${p.month} 没有任何项目发放，也没有项目因条件未满足而不发：例子无可核对`,
      expected: '当月按规则文件有发放的人员',
      hint: `请看 telepay explain ${p.agent} ${p.month}；只有以前月份的行不能写成例子`,
    }),
  },
};

const too_many_people: ProblemKind<{ month: string; others: number; most: number }> = {
  code: 'E0946',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `what was paid in ${p.month} rests on ${p.others} other people; a captured example holds ${p.most} at most`,
      expected: 'pay that rests on fewer people',
      hint: 'write by hand what is shared among a few, with the same weights: see people in the section on examples of docs/plan-language.md',
    }),
    zh: (p) => ({
      message: `${p.month} 所发取决于另外 ${p.others} 人；例子最多写 ${p.most} 人`,
      expected: '取决于较少人员的薪酬',
      hint: '请手工写一个由少数几人按同样权重分配的例子：见 docs/plan-language.md 例子一节的 people',
    }),
  },
};

export const CAPTURE_PROBLEMS = { not_captured, example_name, nothing_paid, too_many_people };
