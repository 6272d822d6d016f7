/** What can be wrong with what was before the first month: its files, and opening the ledger with them. */
import type { ProblemKind } from '../base/problem.js';
import type { CellParams } from './input/cells.js';
import { cited } from './input/wording.js';
import { OPENING_MEASURE_PROBLEMS } from './opening-measures.js';

const ledger_begun: ProblemKind<{ month: string; zero: string }> = {
  code: 'E0820',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the ledger begins with ${p.month} already, so ${p.zero} can't be put before it`,
      expected: 'a ledger without any sealed month: what was before is sealed first of all',
      hint: 'what the first month lacked is paid or taken by a correction or an incident of an open month',
    }),
    zh: (p) => ({
      message: `账本已从 ${p.month} 开始，不能再加入 ${p.zero} 的期初数据`,
      expected: '账本中尚无已封存的月份：期初数据必须最先封存',
      hint: '首月缺少的内容，通过更正或未结账月份的事件补发或扣回',
    }),
  },
};

const opened_otherwise: ProblemKind<{ month: string; by: string; changed: string }> = {
  code: 'E0821',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} was opened by ${p.by} with other files, rules or settings: ${p.changed}`,
      expected: 'an opened ledger as it was opened',
      hint: 'put the files back as they were (ledger/ holds copies); while nothing is closed, the ledger folder may also be removed and opened anew',
    }),
    zh: (p) => ({
      message: `${p.month} 已由 ${p.by} 建账，当时的文件、规则或设置与现在不同：${p.changed}`,
      expected: '账本保持建账时的样子',
      hint: '请恢复当时的文件（ledger/ 中有副本）；若尚未结过账，也可删去 ledger 文件夹后重新建账',
    }),
  },
};

const no_opening_folder: ProblemKind<{ folder: string }> = {
  code: 'E0822',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `there is no folder ${p.folder}`,
      expected: '--from with the folder that holds agents.csv and what else is known of before',
      hint: 'telepay init --opening makes a folder opening/ with empty files to fill in',
    }),
    zh: (p) => ({
      message: `没有文件夹 ${p.folder}`,
      expected: '--from 指向存放 agents.csv 及其他期初文件的文件夹',
      hint: '用 telepay init --opening 生成 opening/ 文件夹，内有待填的空文件',
    }),
  },
};

const no_people: ProblemKind<Record<string, never>> = {
  code: 'E0823',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'agents.csv is missing or names nobody',
      expected: 'everybody who worked in the month before the first one, as agents.csv of an export',
      hint: 'export the people of that month; whoever has left since belongs there too',
    }),
    zh: () => ({
      message: '缺少 agents.csv，或其中没有人员',
      expected: '首月之前那个月的全部人员，格式同导出的 agents.csv',
      hint: '导出该月的人员；之后离职的人员也应列入',
    }),
  },
};

const after_month_zero: ProblemKind<CellParams & { zero: string }> = {
  code: 'E0824',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} lies after ${p.zero}, the last month before telepay`,
      expected: `${p.zero} or earlier`,
      hint: 'delete the row: it belongs in the exports of its own month',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}晚于 ${p.zero}（启用本系统前的最后一个月）`,
      expected: `${p.zero} 或以前`,
      hint: '删去此行：它属于其所在月份的导出文件',
    }),
  },
};

const over_two_decimals: ProblemKind<CellParams> = {
  code: 'E0825',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} has more than two decimals`,
      expected: 'what was paid or printed then: at most two decimals',
      hint: 'write the rounded figure of the payroll or the score sheet',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}超过两位小数`,
      expected: '当时实际发放或公布的数，最多两位小数',
      hint: '填写工资表或得分表上四舍五入后的数',
    }),
  },
};

const paid_without_counting: ProblemKind<CellParams & { outcome: string }> = {
  code: 'E0826',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} were paid for a sign-up that is ${p.outcome}`,
      expected: 'points of counted sign-ups only, or of those of earlier months that a later bill made count',
      hint: 'correct the outcome; if the points were taken back again, leave them empty',
    }),
    zh: (p) => ({
      message: `结果为 ${p.outcome} 的受理却有${p.column.zh}${cited.zh(p.text)}`,
      expected: '只有算量的受理，或更早月份后来补出账的受理，才有积分',
      hint: '更正结果；若积分后来已追回，请留空',
    }),
  },
};

const fewer_than_listed: ProblemKind<CellParams & { least: number }> = {
  code: 'E0827',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is too small: signups.csv and this row come to ${p.least}`,
      expected: `${p.least} or more: a count takes in every sign-up that is listed`,
      hint: 'correct the count, or the month, agent, product or outcome of the sign-ups',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}偏小：signups.csv 与本行合计为 ${p.least}`,
      expected: `不小于 ${p.least}：数量应包含所列的全部受理`,
      hint: '更正数量，或受理的月份、工号、业务、结果',
    }),
  },
};

const no_counts: ProblemKind<{ signup: string; month: string; agent: string; product: string }> = {
  code: 'E0828',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `counts.csv has no row for ${p.month}, ${cited.en(p.agent)}, ${cited.en(p.product)}, of which the sign-up ${cited.en(p.signup)} is`,
      expected: 'a row for every agent and product with sign-ups, in each month that counts.csv tells of',
      hint: 'add the row with its counts and what was paid (0.00 where nothing was)',
    }),
    zh: (p) => ({
      message: `受理${cited.zh(p.signup)}所属的 ${p.month}、${cited.zh(p.agent)}、${cited.zh(p.product)}，在 counts.csv 中没有对应的行`,
      expected: 'counts.csv 涉及的每个月，凡有受理的工号和业务都有一行',
      hint: '补上该行的数量和已付金额（未付填 0.00）',
    }),
  },
};

const no_debt: ProblemKind<CellParams> = {
  code: 'E0829',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is no debt`,
      expected: 'what the agent owes, an amount above 0',
      hint: 'delete the row of whoever owes nothing',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}不是欠款`,
      expected: '该员工的欠款，大于 0 的金额',
      hint: '没有欠款的人员请删去此行',
    }),
  },
};

const counted_without_points: ProblemKind<{ count: number }> = {
  code: 'W0820',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.count} counted sign-ups have no points, this one first: nothing can be taken back for them`,
      expected: 'the points that were paid for each counted sign-up',
      hint: 'fill in points, unless they were taken back already',
    }),
    zh: (p) => ({
      message: `有 ${p.count} 笔算量受理没有积分（此为第一笔）：以后无法对其追回`,
      expected: '每笔算量受理当时支付的积分',
      hint: '请补填积分；若已经追回过，可不理会',
    }),
  },
};

const rules_of_first_month: ProblemKind<{ zero: string; month: string; version: string }> = {
  code: 'W0821',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `no rule file was in force in ${p.zero}: what comes late for it is rated by ${p.version}, the file of ${p.month}`,
      expected: 'the rule file by which the month before was paid',
      hint: 'where it was paid by other rates, name its rule file with --rules',
    }),
    zh: (p) => ({
      message: `${p.zero} 没有生效的规则文件：该月的补发按 ${p.month} 的规则 ${p.version} 计算`,
      expected: '上月发放时所用的规则文件',
      hint: '若上月按其他标准发放，请用 --rules 指定其规则文件',
    }),
  },
};

export const OPENING_PROBLEMS = {
  rules_of_first_month,
  ledger_begun,
  opened_otherwise,
  no_opening_folder,
  no_people,
  after_month_zero,
  over_two_decimals,
  paid_without_counting,
  fewer_than_listed,
  no_counts,
  no_debt,
  counted_without_points,
  ...OPENING_MEASURE_PROBLEMS,
};
