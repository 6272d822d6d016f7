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

const not_closed: ProblemKind<{ month: string }> = {
  code: 'E0806',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} is not closed`,
      expected: 'a month that was closed with telepay close',
      hint: 'an open month needs no correction: mend its exports and run it again',
    }),
    zh: (p) => ({
      message: `${p.month} 尚未结账`,
      expected: '已用 telepay close 结账的月份',
      hint: '未结账的月份无需更正：改好导出文件后重新运行即可',
    }),
  },
};

const later_month_gone: ProblemKind<{ month: string; missing: string }> = {
  code: 'E0807',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the closed ${p.month} hangs on this correction, and exports that it stands with are not here any more: ${p.missing}`,
      expected: 'the exports of every later closed month as they were closed or last corrected',
      hint: `put them back into months/${p.month}, or, if they were wrong, correct ${p.month} first`,
    }),
    zh: (p) => ({
      message: `已结账的 ${p.month} 受此更正影响，但它所依据的导出文件已不在：${p.missing}`,
      expected: '之后各已结账月份的导出文件保持结账或最近更正时的样子',
      hint: `请把这些文件放回 months/${p.month}；如原文件有误，请先更正 ${p.month}`,
    }),
  },
};

const later_month_refused: ProblemKind<{ month: string; file: string; line: number; code: string }> = {
  code: 'E0808',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `with this correction the closed ${p.month} would be refused: ${p.code} at ${p.file}:${p.line}`,
      expected: 'a correction that later closed months can stand with',
      hint: 'mend what is named below, in the exports of either month',
    }),
    zh: (p) => ({
      message: `按此更正，已结账的 ${p.month} 将无法通过：${p.file}:${p.line} 处 ${p.code}`,
      expected: '更正后之后各已结账月份仍能成立',
      hint: '请按下面列出的问题修改其中一个月的导出文件',
    }),
  },
};

const closed_month_differs: ProblemKind<Difference> = {
  code: 'E0809',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} is closed, and these are not as it was closed: ${p.changed}; with them its pay would differ by ${p.amount} in sum, for ${people(p.agents)}`,
      expected: 'a closed month as it was closed: its reports stay as they are',
      hint: `its sealed reports lie in ledger/${p.month}/out; put the files back, or post the difference with telepay correct ${p.month}; --out DIR computes it elsewhere`,
    }),
    zh: (p) => ({
      message: `${p.month} 已结账，以下内容与结账时不同：${p.changed}；按现有内容计算合计差额 ${p.amount}，涉及 ${p.agents} 人`,
      expected: '已结账的月份保持结账时的样子，报表不变',
      hint: `封存的报表在 ledger/${p.month}/out；请恢复文件，或用 telepay correct ${p.month} 补记差额；--out 目录 可在别处试算`,
    }),
  },
};

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** How a closed month would differ if it were paid by what is on the disk. */
interface Difference {
  readonly month: string;
  readonly changed: string;
  /** Yuan with its sign, over all agents. */
  readonly amount: string;
  readonly agents: number;
}

const closed_month_changed: ProblemKind<Difference> = {
  code: 'W0804',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the closed ${p.month} changed on the disk: ${p.changed}; with that its pay would differ by ${p.amount} in sum, for ${people(p.agents)}; nothing of it is paid here`,
      expected: 'the exports and rules of closed months as they were closed',
      hint: `put them back, or post the difference with telepay correct ${p.month}`,
    }),
    zh: (p) => ({
      message: `已结账的 ${p.month} 在磁盘上有改动：${p.changed}；按改动后计算合计差额 ${p.amount}，涉及 ${p.agents} 人；本次未计入`,
      expected: '已结账月份的导出文件和规则保持结账时的样子',
      hint: `请恢复原文件，或用 telepay correct ${p.month} 补记差额`,
    }),
  },
};

const closed_month_unreadable: ProblemKind<{ month: string; changed: string; errors: number }> = {
  code: 'W0805',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the closed ${p.month} changed on the disk: ${p.changed}; as it is now it would be refused with ${p.errors} errors; nothing of it is paid here`,
      expected: 'the exports and rules of closed months as they were closed',
      hint: `put them back; telepay correct ${p.month} lists what is wrong with them`,
    }),
    zh: (p) => ({
      message: `已结账的 ${p.month} 在磁盘上有改动：${p.changed}；按现状将因 ${p.errors} 个错误而不能通过；本次未计入`,
      expected: '已结账月份的导出文件和规则保持结账时的样子',
      hint: `请恢复原文件；telepay correct ${p.month} 会列出其中的问题`,
    }),
  },
};

const not_latest: ProblemKind<{ month: string; latest: string }> = {
  code: 'E0810',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} can't be opened again: ${p.latest} is closed after it`,
      expected: 'the latest closed month',
      hint: `telepay correct ${p.month} posts a difference without touching the seal`,
    }),
    zh: (p) => ({
      message: `${p.month} 不能重新打开：其后的 ${p.latest} 已结账`,
      expected: '最近结账的月份',
      hint: `可用 telepay correct ${p.month} 补记差额，不动封存`,
    }),
  },
};

const exported_already: ProblemKind<{ month: string; file: string; at: string }> = {
  code: 'E0811',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} can't be opened again: ${p.file} was exported from it at ${p.at}`,
      expected: 'a month that was not exported: what was paid stays as it was paid',
      hint: `telepay correct ${p.month} posts a difference into the open month`,
    }),
    zh: (p) => ({
      message: `${p.month} 不能重新打开：已于 ${p.at} 导出 ${p.file}`,
      expected: '尚未导出的月份：已发放的不再变动',
      hint: `可用 telepay correct ${p.month} 把差额记入未结账的月份`,
    }),
  },
};

const corrected_since: ProblemKind<{ month: string; entry: string }> = {
  code: 'E0812',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} can't be opened again: the correction ${p.entry} rests on its seal`,
      expected: 'a month that nothing was posted on since it was closed',
      hint: `telepay correct ${p.month} posts a difference into the open month`,
    }),
    zh: (p) => ({
      message: `${p.month} 不能重新打开：更正 ${p.entry} 以它的封存为依据`,
      expected: '结账后没有更正的月份',
      hint: `可用 telepay correct ${p.month} 把差额记入未结账的月份`,
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
  not_latest,
  exported_already,
  corrected_since,
  not_closed,
  later_month_gone,
  later_month_refused,
  closed_month_differs,
  closed_month_changed,
  closed_month_unreadable,
  nothing_closed,
  quarter_incomplete,
  few_scores,
  seal_broken,
  chain_broken,
  not_next,
  closed_otherwise,
  month_before_open,
};
