/** What a dry run tells beside its figures. */
import type { ProblemKind } from '../base/problem.js';

const draft_examples_fail: ProblemKind<{ count: number; first: string }> = {
  code: 'W0735',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.count} of the file's own examples do not come out by it, first "${p.first}"`,
      expected: 'examples that come out, before the file is in force: until then every month is refused',
      hint: 'when the new figures are meant, write them into the examples; `telepay rules test` lists them all',
    }),
    zh: (p) => ({
      message: `文件自带的例子有 ${p.count} 个结果不符，第一个是“${p.first}”`,
      expected: '规则生效之前例子须全部相符，否则各月都会被拒绝',
      hint: '若新结果正确，请改写例子；`telepay rules test` 会全部列出',
    }),
  },
};

const corrections_left_out: ProblemKind<{ month: string; corrected: string }> = {
  code: 'W0736',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `what corrections of ${p.corrected} posted into ${p.month} is left out: the chain calculates these months anew, from their exports as they lie there now`,
      expected: 'a difference once: in its own month, or as a correction',
      hint: 'to see the months as they were really paid, leave out --chain',
    }),
    zh: (p) => ({
      message: `更正 ${p.corrected} 时记入 ${p.month} 的差额未计入：这些月份已按现有导出文件重新模拟`,
      expected: '同一差额只计一次：计入本月，或作为更正',
      hint: '若要按实际发放情况查看各月，请不用 --chain',
    }),
  },
};

const carried_not_apart: ProblemKind<{ month: string; code: string }> = {
  code: 'W0737',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `what was carried over into ${p.month} can't be told apart from the rules: by this file and with what the old rules leave, the month is refused (${p.code}); all of the difference stands under the rules as one`,
      expected: 'a month that can be calculated by the new rules with what the old ones leave',
      hint: 'try the month without --chain to see why; new rules often refer to what only months by them remember',
    }),
    zh: (p) => ({
      message: `${p.month} 的结转影响与规则影响无法分开：按本文件并以原规则的结转计算时该月被拒绝（${p.code}）；差额全部计为规则的一项`,
      expected: '以原规则的结转，也能按新规则计算该月',
      hint: '不用 --chain 试算该月可看到原因；新规则常会引用只有按它计算的月份才记下的数',
    }),
  },
};

const broken_chain: ProblemKind<{ before: string; month: string; missing: string }> = {
  code: 'E0939',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.missing} is missing between ${p.before} and ${p.month}`,
      expected:
        'with --chain, months that follow one another: each begins with what the one before would have left',
      hint: `name ${p.missing} too, or leave out --chain to begin each month with what was really carried into it`,
    }),
    zh: (p) => ({
      message: `${p.before} 与 ${p.month} 之间缺少 ${p.missing}`,
      expected: '使用 --chain 时月份须连续：每月以上个月模拟结转的结果开始',
      hint: `请同时给出 ${p.missing}，或不用 --chain，每月按实际结转开始`,
    }),
  },
};

const other_currency: ProblemKind<{ here: string; there: string; other: string }> = {
  code: 'E0940',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `this file pays in ${p.here}, but ${p.other}, which it is tried against, in ${p.there}`,
      expected: 'two files of one currency with one smallest unit: amounts of two have no difference',
      hint: `give the file the currency of ${p.other}, or name another file with --against`,
    }),
    zh: (p) => ({
      message: `本文件以 ${p.here} 计付，与之比较的 ${p.other} 却以 ${p.there} 计付`,
      expected: '两份文件使用同一币种和同一最小单位：不同币种的金额无从比较',
      hint: `请改用 ${p.other} 的币种，或用 --against 指定另一份文件`,
    }),
  },
};

export const DRY_RUN_PROBLEMS = {
  draft_examples_fail,
  corrections_left_out,
  carried_not_apart,
  broken_chain,
  other_currency,
};
