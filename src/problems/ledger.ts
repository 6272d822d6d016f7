/** What can be wrong with the ledger, and with closing a month. */
import type { ProblemKind } from '../base/problem.js';

const seal_broken: ProblemKind<{ detail: string }> = {
  code: 'E0801',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `this sealed file is not what was sealed (${p.detail})`,
      expected: 'every file of ledger/ exactly as the close wrote it',
      hint: 'bring the file back from a backup; find out who changed it',
    }),
    zh: (p) => ({
      message: `此封存文件与封存时不一致（${p.detail}）`,
      expected: 'ledger/ 中的每个文件都与结账时写下的完全一致',
      hint: '从备份中恢复该文件，并查明是谁改动的',
    }),
  },
};

const chain_broken: ProblemKind<{ entry: string; before: string }> = {
  code: 'E0802',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the ledger's entry ${p.entry} does not follow ${p.before === '' ? 'the beginning of the chain' : p.before}`,
      expected: 'each entry holds the hash of the one before it, and months follow one another',
      hint: 'bring ledger/ back from a backup; an entry was exchanged, removed or made on another copy',
    }),
    zh: (p) => ({
      message: `账本条目 ${p.entry} 与${p.before === '' ? '链的开头' : ` ${p.before} `}接不上`,
      expected: '每个条目含有前一条目的哈希值，月份逐月相连',
      hint: '从备份中恢复 ledger/；某个条目被替换、删除，或在另一份副本上写入过',
    }),
  },
};

const not_next: ProblemKind<{ month: string; next: string }> = {
  code: 'E0803',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} can't be closed: the next month to close is ${p.next}`,
      expected: 'months closed in their order, none left out',
      hint: `close ${p.next} first`,
    }),
    zh: (p) => ({
      message: `${p.month} 不能结账：下一个应结的月份是 ${p.next}`,
      expected: '按月份顺序结账，不得跳过',
      hint: `请先结 ${p.next}`,
    }),
  },
};

const closed_otherwise: ProblemKind<{ month: string; by: string; changed: string }> = {
  code: 'E0804',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} was closed by ${p.by} with other exports, rules or settings: ${p.changed}`,
      expected: 'a closed month as it was closed',
      hint: 'put the exports and rules back as they were; what was wrong with them is corrected in the open month',
    }),
    zh: (p) => ({
      message: `${p.month} 已由 ${p.by} 结账，当时的导出文件、规则或设置与现在不同：${p.changed}`,
      expected: '已结账的月份保持结账时的样子',
      hint: '请恢复当时的导出文件和规则；其中的错误在未结账的月份中更正',
    }),
  },
};

const month_before_open: ProblemKind<{ before: string }> = {
  code: 'W0801',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.before} is in the workspace but not closed: its debts, late sign-ups and clawbacks are missing here`,
      expected: 'the month before closed first',
      hint: `telepay close ${p.before}, then run this month again`,
    }),
    zh: (p) => ({
      message: `${p.before} 在工作区中但尚未结账：本月缺少它的欠款、往期补发和追回`,
      expected: '先结上个月的账',
      hint: `先运行 telepay close ${p.before}，再重新运行本月`,
    }),
  },
};

const nothing_closed: ProblemKind<{ quarter: string }> = {
  code: 'E0805',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no month of ${p.quarter} is closed, so there is nothing to grade`,
      expected: 'grades by the scores of closed months',
      hint: 'close the months of the quarter first',
    }),
    zh: (p) => ({
      message: `${p.quarter} 没有已结账的月份，无从评级`,
      expected: '按已结账月份的得分评级',
      hint: '请先结该季度各月的账',
    }),
  },
};

const quarter_incomplete: ProblemKind<{ quarter: string; closed: number }> = {
  code: 'W0802',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `only ${p.closed} of the three months of ${p.quarter} are closed`,
      expected: 'a quarter graded on three months',
      hint: 'close the missing months and grade again',
    }),
    zh: (p) => ({
      message: `${p.quarter} 的三个月中只有 ${p.closed} 个月已结账`,
      expected: '按三个月的得分评级',
      hint: '结完其余月份后重新评级',
    }),
  },
};

const few_scores: ProblemKind<{ agent: string; months: number }> = {
  code: 'W0803',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.agent} has a score in ${p.months} of the three months: the mean is of those`,
      expected: 'a score in each month of the quarter',
      hint: 'check whether a target was missing in a month',
    }),
    zh: (p) => ({
      message: `${p.agent} 在三个月中只有 ${p.months} 个月有得分，按这些月份平均`,
      expected: '季度内每月都有得分',
      hint: '核对是否有月份缺少任务量',
    }),
  },
};

export const LEDGER_PROBLEMS = {
  nothing_closed,
  quarter_incomplete,
  few_scores,
  seal_broken,
  chain_broken,
  not_next,
  closed_otherwise,
  month_before_open,
};
