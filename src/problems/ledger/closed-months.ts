/** What can be wrong with closed months that changed, and with correcting them. */
import type { ProblemKind } from '../../base/problem.js';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** How a closed month would differ if it were paid by what is on the disk. */
interface Difference {
  readonly month: string;
  readonly changed: string;
  /** Yuan with its sign, over all agents. */
  readonly amount: string;
  readonly agents: number;
}

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

const closed_month_differs: ProblemKind<Difference & { posted: string | undefined }> = {
  code: 'E0809',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} is closed, and these are not as it was closed: ${p.changed}; with them its pay would differ by ${p.amount} in sum, for ${people(p.agents)}`,
      expected: 'a closed month as it was closed: its reports stay as they are',
      hint: `its sealed reports lie in ledger/${p.month}/out; ${p.posted === undefined ? `put the files back, or post the difference with telepay correct ${p.month}` : `the difference was posted by ledger/${p.posted}`}; --out DIR computes it elsewhere`,
    }),
    zh: (p) => ({
      message: `${p.month} 已结账，以下内容与结账时不同：${p.changed}；按现有内容计算合计差额 ${p.amount}，涉及 ${p.agents} 人`,
      expected: '已结账的月份保持结账时的样子，报表不变',
      hint: `封存的报表在 ledger/${p.month}/out；${p.posted === undefined ? `请恢复文件，或用 telepay correct ${p.month} 补记差额` : `差额已由 ledger/${p.posted} 补记`}；--out 目录 可在别处试算`,
    }),
  },
};

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
      message: `the closed ${p.month} changed on the disk: ${p.changed}; as it is now it would be refused with ${p.errors} ${p.errors === 1 ? 'error' : 'errors'}; nothing of it is paid here`,
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

const currency_changed: ProblemKind<{ here: string; before: string; month: string }> = {
  code: 'E0845',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `this file pays in ${p.here}, but the closed month ${p.month} was paid in ${p.before}`,
      expected: 'one currency from month to month: debts and late lines are carried on as numbers',
      hint: 'go on in a new workspace, and bring what is carried into it, converted, with telepay open',
    }),
    zh: (p) => ({
      message: `本文件以 ${p.here} 计付，而已结账的 ${p.month} 以 ${p.before} 计付`,
      expected: '各月币种相同：欠款与往期补发按数字结转',
      hint: '请另建工作区，把结转的数额折算后用 telepay open 带入',
    }),
  },
};

export const CLOSED_MONTH_PROBLEMS = {
  currency_changed,
  later_month_gone,
  later_month_refused,
  closed_month_differs,
  closed_month_changed,
  closed_month_unreadable,
};
