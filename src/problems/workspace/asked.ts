/** What can be wrong with what was asked of telepay, and what --strict and --provisional say. */
import type { Localized } from '../../base/localized.js';
import type { ProblemKind } from '../../base/problem.js';

type None = Record<string, never>;

const usage: ProblemKind<{ what: Localized; command: string }> = {
  code: 'E0114',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: p.what.en,
      expected: 'arguments and options as the help lists them',
      hint: `see \`${p.command} --help\``,
    }),
    zh: (p) => ({
      message: p.what.zh,
      expected: '帮助中所列的参数和选项',
      hint: `请看 ${p.command} --help`,
    }),
  },
};

const not_a_month: ProblemKind<{ given: string }> = {
  code: 'E0103',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.given}" is no month`,
      expected: 'a month as YYYY-MM, such as 2025-04',
      hint: 'write the year in four digits and the month in two',
    }),
    zh: (p) => ({
      message: `“${p.given}”不是月份`,
      expected: 'YYYY-MM 形式的月份，例如 2025-04',
      hint: '年份写四位，月份写两位',
    }),
  },
};

const not_a_quarter: ProblemKind<{ given: string }> = {
  code: 'E0115',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.given}" is no quarter`,
      expected: 'a quarter as YYYY-Qn, such as 2025-Q2',
      hint: 'write the year in four digits, then -Q1, -Q2, -Q3 or -Q4',
    }),
    zh: (p) => ({
      message: `“${p.given}”不是季度`,
      expected: 'YYYY-Qn 形式的季度，例如 2025-Q2',
      hint: '年份写四位，后接 -Q1、-Q2、-Q3 或 -Q4',
    }),
  },
};

const not_found: ProblemKind<{ kind: Localized; given: string; month: string; near: string }> = {
  code: 'E0113',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no export of ${p.month} holds the ${p.kind.en} "${p.given}"`,
      expected:
        p.near === '' ? `a ${p.kind.en} that stands in the exports of the month` : `perhaps ${p.near}`,
      hint: 'check the number and the month; leading zeros count',
    }),
    zh: (p) => ({
      message: `${p.month} 的导出文件中没有${p.kind.zh}“${p.given}”`,
      expected: p.near === '' ? `当月导出文件中出现过的${p.kind.zh}` : `也许是 ${p.near}`,
      hint: '核对号码和月份；开头的零也算在内',
    }),
  },
};

const no_such_part: ProblemKind<{ kind: Localized; given: string; known: string }> = {
  code: 'E0116',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `there is no ${p.kind.en} "${p.given}" to explain`,
      expected: p.known === '' ? `a ${p.kind.en} of the month` : `one of ${p.known}`,
      hint: 'ask without it to see everything there is',
    }),
    zh: (p) => ({
      message: `没有可说明的${p.kind.zh}“${p.given}”`,
      expected: p.known === '' ? `当月的${p.kind.zh}` : `可选：${p.known}`,
      hint: '不带此项查询可看到全部内容',
    }),
  },
};

const strict_warnings: ProblemKind<{ count: number }> = {
  code: 'E0111',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.count} ${p.count === 1 ? 'warning' : 'warnings'}, and --strict=warnings refuses them`,
      expected: 'no warnings',
      hint: 'settle each warning above, or run without --strict=warnings',
    }),
    zh: (p) => ({
      message: `有 ${p.count} 条提示，--strict=warnings 不予放行`,
      expected: '没有提示',
      hint: '逐条处理上面的提示，或不带 --strict=warnings 运行',
    }),
  },
};

const strict_assumed: ProblemKind<{ path: string; value: string; clause: string }> = {
  code: 'E0112',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `pay rests on the assumed value ${p.path} = ${p.value} (clause ${p.clause})`,
      expected: 'stated or confirmed values only, as --strict=assumed asks',
      hint: 'have the value confirmed (`confirmed: { clause, by, on, document }`), or run without --strict=assumed',
    }),
    zh: (p) => ({
      message: `应付金额依赖假定值 ${p.path} = ${p.value}（条款 ${p.clause}）`,
      expected: '--strict=assumed 要求只用原文载明或已确认的值',
      hint: '请主管确认该值（confirmed: { clause, by, on, document }），或不带 --strict=assumed 运行',
    }),
  },
};

const provisional: ProblemKind<None> = {
  code: 'W0101',
  severity: 'warning',
  explain: {
    en: () => ({
      message: 'provisional: there is no billing extract yet, every pending sign-up is taken as billed',
      expected: 'billing.csv, taken in the next month',
      hint: 'do not pay by these figures; run again when the billing extract is there',
    }),
    zh: () => ({
      message: '预估：尚无出账数据，所有待出账受理均按已出账计算',
      expected: '次月提取的 billing.csv',
      hint: '不要按此金额发放；取得出账数据后重新运行',
    }),
  },
};

export const ASKED_PROBLEMS = {
  usage,
  not_a_month,
  not_a_quarter,
  not_found,
  no_such_part,
  strict_warnings,
  strict_assumed,
  provisional,
};
