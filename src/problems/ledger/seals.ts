/** What can be wrong with seals, their chain, and closing and opening months again. */
import type { ProblemKind } from '../../base/problem.js';

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

const closed_otherwise: ProblemKind<{
  month: string;
  by: string;
  changed: string;
  /** The correction that posted the difference, where one did. */
  posted: string | undefined;
}> = {
  code: 'E0804',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} was closed by ${p.by} with other exports, rules or settings: ${p.changed}`,
      expected: 'a closed month as it was closed',
      hint:
        p.posted === undefined
          ? `put them back as they were, or post the difference with telepay correct ${p.month}`
          : `nothing to do: the difference was posted by ledger/${p.posted}`,
    }),
    zh: (p) => ({
      message: `${p.month} 已由 ${p.by} 结账，当时的导出文件、规则或设置与现在不同：${p.changed}`,
      expected: '已结账的月份保持结账时的样子',
      hint:
        p.posted === undefined
          ? `请恢复当时的导出文件和规则，或用 telepay correct ${p.month} 补记差额`
          : `无需处理：差额已由 ledger/${p.posted} 补记`,
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

export const SEAL_PROBLEMS = {
  seal_broken,
  chain_broken,
  not_next,
  closed_otherwise,
  month_before_open,
  not_closed,
  not_latest,
  exported_already,
  corrected_since,
};
