/** The words of the command line: what each command and option does. */
import type { CommanderError } from 'commander';
import type { Localized } from '../base/localized.js';

export const CLI_TEXTS = {
  about: {
    en: 'Payroll and commission calculator for telemarketing departments',
    zh: '电话营销部门薪酬佣金计算工具',
  },
  workspace: { en: 'the workspace (default: the current folder)', zh: '工作区（默认：当前文件夹）' },
  lang: { en: 'language of messages and files: zh or en', zh: '提示与文件的语言：zh 或 en' },
  json: { en: 'the same as data on standard output', zh: '在标准输出以 JSON 给出同样内容' },
  strict: {
    en: 'refuse what is otherwise a warning: warnings, assumed (values nobody confirmed), or all',
    zh: '从严：warnings（有提示即不通过）、assumed（依赖假定值即不通过）、all',
  },
  rules: { en: 'use this rule file in place of the one in force', zh: '用此规则文件代替当月生效的规则' },
  out: { en: 'write the reports here in place of out/MONTH', zh: '把报表写到此处，代替 out/月份' },
  provisional: {
    en: 'before the billing extract is there: what would be paid if every pending sign-up is billed',
    zh: '尚无出账数据时预估：假定待出账受理全部出账',
  },
  init: {
    en: 'make a workspace with the shipped rules and an empty month',
    zh: '新建工作区，含随附规则和空白月份',
  },
  init_month: { en: 'the month to begin with (default: the last one)', zh: '从哪个月开始（默认：上个月）' },
  check: { en: 'read and check every export of a month', zh: '读取并检查当月全部导出文件' },
  run: { en: 'compute a month and write its reports', zh: '计算当月并生成报表' },
  explain: {
    en: 'the tree behind every amount of an agent, and why something was not paid',
    zh: '说明某人每笔金额的来历，以及未发项目的原因',
  },
  explain_words: {
    en: 'an agent (not with --signup or --customer), then the month',
    zh: '工号（用 --signup 或 --customer 时不写）和月份',
  },
  close: {
    en: 'seal a month, so that nothing can change it unnoticed',
    zh: '结账：封存当月，此后任何改动都会被发现',
  },
  grade: {
    en: 'the grades of a quarter, on the scores of its closed months',
    zh: '按已结账月份的得分评定季度等级',
  },
  quarter: { en: 'a quarter as YYYY-Qn', zh: '季度，YYYY-Qn' },
  note: { en: 'a remark for the seal', zh: '封存备注' },
  yes: { en: 'do not ask', zh: '不再询问' },
  needs_yes: {
    en: 'this asks for a word on a terminal; elsewhere say --yes',
    zh: '此操作需在终端确认；非终端运行请加 --yes',
  },
  ask_close: { en: 'Close this month? (y/n) ', zh: '确认结账？(y/n) ' },
  line: { en: 'only this line of lines.csv', zh: '只看 lines.csv 中的这一行' },
  component: { en: 'only this component of the rule file', zh: '只看规则中的这一项目' },
  signup: { en: 'what became of this sign-up', zh: '这笔受理的结果' },
  customer: { en: 'everything the exports hold about this customer', zh: '导出文件中关于此客户的全部内容' },
  day: { en: "every sign-up and call of the agent's day", zh: '此人当天的全部受理和通话' },
  month: { en: 'a month as YYYY-MM', zh: '月份，YYYY-MM' },
  folder: { en: 'the folder (default: the current one)', zh: '文件夹（默认：当前文件夹）' },
  not_a_day: { en: '--day takes a date as YYYY-MM-DD', zh: '--day 需要 YYYY-MM-DD 形式的日期' },
  explain_usage: {
    en: 'explain takes an agent and a month, or a month with --signup or --customer',
    zh: 'explain 需要工号和月份，或月份加 --signup 或 --customer',
  },
  internal: {
    en: 'telepay itself failed; nothing was written. Please report this with the command and its files:',
    zh: 'telepay 自身出错，没有写入任何内容。请连同命令和文件一并反馈：',
  },
  ask_language: { en: 'Language / 语言 (zh, en) [zh]: ', zh: 'Language / 语言 (zh, en) [zh]: ' },
} satisfies Record<string, Localized>;

/** Commander's refusals in Chinese; $1, $2 stand for what commander's own message puts between quotation marks. */
const REFUSALS_ZH: Readonly<Record<string, string>> = {
  'commander.unknownOption': '没有选项 $1',
  'commander.unknownCommand': '没有命令 $1',
  'commander.missingArgument': '缺少参数 $1',
  'commander.optionMissingArgument': '选项 $1 缺少值',
  'commander.invalidArgument': '选项 $1 不能取值 $2',
  'commander.excessArguments': '$1 的参数过多',
  'commander.conflictingOption': '选项 $1 不能与 $2 同时使用',
};

/** What commander refuses, in both languages. */
export function usageText({ code, message }: CommanderError): Localized {
  const en = message.replace(/^error: /, '').replaceAll('\n', ' ');
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const zh = REFUSALS_ZH[code]?.replace('$1', () => first).replace('$2', () => second) ?? en;
  const near = /Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  return { en, zh: near === undefined ? zh : `${zh}（是否应为 ${near}）` };
}
