/** What a row or a day of an agent can't be, whatever it says of itself (E0415 and on). */
import type { ProblemKind } from '../../base/problem.js';
import type { CellParams } from './cells.js';
import { cited, counted } from './wording.js';

export const presence_contradicted: ProblemKind<
  CellParams & { agent: string; date: string; other: string; first: string }
> = {
  code: 'E0415',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${cited.en(p.agent)} on ${p.date} is ${cited.en(p.text)} here, but ${p.other} in ${p.first}`,
      expected: 'one of the two: whoever rests or is absent for the day was not at work on it',
      hint: 'delete the row that is wrong; for an absence of some hours give its minutes',
    }),
    zh: (p) => ({
      message: `${cited.zh(p.agent)}在 ${p.date} 此处为${cited.zh(p.text)}，但在 ${p.first} 为 ${p.other}`,
      expected: '二者只能有一：休息或全天旷工的人当天没有上班',
      hint: '删去错误的一行；若只旷工几个小时，请填写分钟数',
    }),
  },
};

export const more_than_dials: ProblemKind<CellParams & { dials: number }> = {
  code: 'E0416',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is more than the ${p.dials} dials of the day`,
      expected: `at most ${p.dials}`,
      hint: 'check whether columns were mixed up, and export the counts again',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}多于当天的拨打次数 ${p.dials}`,
      expected: `不超过 ${p.dials}`,
      hint: '检查是否列错位，并重新导出汇总数',
    }),
  },
};

export const talk_too_short: ProblemKind<CellParams & { calls: number }> = {
  code: 'E0417',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is too little for ${counted(p.calls, 'call')} of more than 300 seconds each`,
      expected: `more than ${p.calls * 300} seconds`,
      hint: 'check whether talk_s was exported in minutes, or columns were mixed up',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}太少：当天有 ${p.calls} 个超过 300 秒的通话`,
      expected: `多于 ${p.calls * 300} 秒`,
      hint: '检查通话时长是否按分钟导出，或是否列错位',
    }),
  },
};

export const reserved_id: ProblemKind<CellParams> = {
  code: 'E0418',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is the name of the last row of funnel.csv`,
      expected: 'any other id',
      hint: 'take sums out of the export; if it is a person, give another id in all files',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}是 funnel.csv 合计行的名称`,
      expected: '其他工号',
      hint: '删去导出中的合计行；若确有此人，请在所有文件中改用其他工号',
    }),
  },
};
