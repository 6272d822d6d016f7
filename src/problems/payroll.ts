/** What can be wrong with exporting a month to a payroll system. */
import type { ProblemKind } from '../base/problem.js';
import { cited, meant } from './input/wording.js';

const not_closed: ProblemKind<{ month: string }> = {
  code: 'E0830',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} is not closed, so there is nothing to pay by`,
      expected: 'a closed month: its sealed figures are what is paid',
      hint: `telepay close ${p.month} first; with --draft a file to look at, marked as a draft`,
    }),
    zh: (p) => ({
      message: `${p.month} 尚未结账，没有可据以发放的金额`,
      expected: '已结账的月份：按封存的金额发放',
      hint: `请先运行 telepay close ${p.month}；只想先看一看，用 --draft 生成标明草稿的文件`,
    }),
  },
};

const unknown_template: ProblemKind<{ name: string; known: readonly string[]; near: string | undefined }> = {
  code: 'E0831',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `there is no template ${cited.en(p.name)}`,
      expected: `one of ${p.known.join(', ')}`,
      hint: `${meant.en(p.near)}name one of these, or describe it in telepay.yaml under templates`,
    }),
    zh: (p) => ({
      message: `没有模板${cited.zh(p.name)}`,
      expected: `现有模板：${p.known.join('、')}`,
      hint: `${meant.zh(p.near)}请用其中之一，或在 telepay.yaml 的 templates 中写明`,
    }),
  },
};

const unknown_field: ProblemKind<{
  template: string;
  header: string;
  field: string;
  known: readonly string[];
  near: readonly string[];
}> = {
  code: 'E0832',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the template ${p.template} takes its column ${cited.en(p.header)} from ${cited.en(p.field)}, which there is not`,
      expected: `one of ${p.known.join(', ')}`,
      hint: `${p.near.length === 0 ? '' : `perhaps ${p.near.map(cited.en).join(' or ')} is meant; `}a column of agents.csv is named by its header`,
    }),
    zh: (p) => ({
      message: `模板 ${p.template} 的列${cited.zh(p.header)}取自${cited.zh(p.field)}，但没有这一字段`,
      expected: `可用字段：${p.known.join('、')}`,
      hint: `${p.near.length === 0 ? '' : `可能应为${p.near.map(cited.zh).join('或')}；`}agents.csv 的列按其列名引用`,
    }),
  },
};

const no_amount: ProblemKind<{ template: string; field: string }> = {
  code: 'E0833',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the template ${p.template} has no column with the amount, so that nobody would be paid by its file`,
      expected: `a column with field: ${p.field}, whose sum is the control total`,
      hint: `add { header: …, field: ${p.field} } to its columns`,
    }),
    zh: (p) => ({
      message: `模板 ${p.template} 没有金额列，据此文件无法发放`,
      expected: `有一列 field: ${p.field}，其合计即控制总额`,
      hint: `在该模板的 columns 中加上 { header: …, field: ${p.field} }`,
    }),
  },
};

const no_value: ProblemKind<{ agent: string; paid: string; header: string; field: string }> = {
  code: 'E0834',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.agent} is paid ${p.paid} and has nothing for the column ${cited.en(p.header)} (${p.field})`,
      expected: 'a value for everybody who is paid; no file was written',
      hint: 'fill it in in agents.csv (telepay reopen, where the month is closed), or write optional: yes beside the column',
    }),
    zh: (p) => ({
      message: `${p.agent} 应发 ${p.paid}，但列${cited.zh(p.header)}（${p.field}）没有值`,
      expected: '每个有应发金额的人都有值；没有写入文件',
      hint: '在 agents.csv 中补齐（已结账的月份先运行 telepay reopen），或在该列写上 optional: yes',
    }),
  },
};

const inexact_money: ProblemKind<{ agent: string; header: string; amount: string; decimals: number }> = {
  code: 'E0835',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.agent}: ${p.amount} in the column ${cited.en(p.header)} can't be written with ${p.decimals} decimals`,
      expected: 'amounts written to their smallest unit; no file was written',
      hint: 'give the template money: { decimals: 2 }',
    }),
    zh: (p) => ({
      message: `${p.agent}：列${cited.zh(p.header)}的 ${p.amount} 无法用 ${p.decimals} 位小数写出`,
      expected: '金额写到最小单位，不得舍入；没有写入文件',
      hint: '把该模板设为 money: { decimals: 2 }',
    }),
  },
};

const not_encodable: ProblemKind<{ agent: string; header: string; text: string; encoding: string }> = {
  code: 'E0836',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.agent}: ${cited.en(p.text)} in the column ${cited.en(p.header)} does not survive the encoding ${p.encoding}`,
      expected: 'texts that are read back as they were written; no file was written',
      hint: 'use encoding: utf-8-bom where the payroll system takes it, or write the text in other characters',
    }),
    zh: (p) => ({
      message: `${p.agent}：列${cited.zh(p.header)}的${cited.zh(p.text)}用 ${p.encoding} 写出后无法还原`,
      expected: '写出的文字能原样读回；没有写入文件',
      hint: '工资系统接受时改用 encoding: utf-8-bom，或换用其他字',
    }),
  },
};

const not_exported: ProblemKind<{ file: string }> = {
  code: 'E0837',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.file} is there and is no file that telepay exported, or it was changed since`,
      expected: 'no such file, or one that the chain knows',
      hint: 'find out who wrote it, move it away, and export again',
    }),
    zh: (p) => ({
      message: `${p.file} 已存在，但不是 telepay 导出的文件，或导出后被改动过`,
      expected: '没有该文件，或是链上记载的文件',
      hint: '查明来历，移走后重新导出',
    }),
  },
};

interface Earlier {
  readonly month: string;
  readonly template: string;
  readonly by: string;
  readonly at: string;
  readonly control_total: string;
}

const exported_before: ProblemKind<Earlier> = {
  code: 'W0830',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.month} was exported by the template ${p.template} before: the same file, at ${p.at} by ${p.by}`,
      expected: 'a payment file handed in once',
      hint: 'make sure that it was not handed in already: nobody must be paid twice',
    }),
    zh: (p) => ({
      message: `${p.month} 已按模板 ${p.template} 导出过同一文件：${p.at}，${p.by}`,
      expected: '发放文件只提交一次',
      hint: '请确认该文件尚未提交，以免重复发放',
    }),
  },
};

const exported_otherwise: ProblemKind<Earlier> = {
  code: 'W0831',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.month} was exported by the template ${p.template} before, as another file: at ${p.at} by ${p.by}, control total ${p.control_total}`,
      expected: 'a payment file handed in once',
      hint: 'hand in one of the two only; withdraw the earlier one if it was handed in',
    }),
    zh: (p) => ({
      message: `${p.month} 已按模板 ${p.template} 导出过内容不同的文件：${p.at}，${p.by}，控制总额 ${p.control_total}`,
      expected: '发放文件只提交一次',
      hint: '两个文件只能提交其一；先前的已提交时请先撤回',
    }),
  },
};

export const PAYROLL_PROBLEMS = {
  not_closed,
  unknown_template,
  unknown_field,
  no_amount,
  no_value,
  inexact_money,
  not_encodable,
  not_exported,
  exported_before,
  exported_otherwise,
};
