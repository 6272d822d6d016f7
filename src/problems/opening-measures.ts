/** What can be wrong with the measures of before the first month: those that months remember. */
import type { ProblemKind } from '../base/problem.js';
import type { CellParams } from './input/cells.js';
import { cited } from './input/wording.js';

const measure_not_remembered: ProblemKind<CellParams & { known: string }> = {
  code: 'E0846',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is none that the rule file needs of earlier months`,
      expected: p.known === '' ? 'no row: the rule file needs no measure of earlier months' : p.known,
      hint: 'correct the name, or delete the row: nothing would ever read it',
    }),
    zh: (p) => ({
      message: `规则文件不需要此前各月的${p.column.zh}${cited.zh(p.text)}`,
      expected: p.known === '' ? '没有任何行：规则文件不需要此前各月的指标' : p.known,
      hint: '更正名称；或删去此行，没有规则会用到它',
    }),
  },
};

const day_of_finished_week: ProblemKind<
  CellParams & { zero: string; from: string | undefined; until: string }
> = {
  code: 'E0847',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} lies in a week that was paid with its own month`,
      expected:
        p.from === undefined
          ? `no day: ${p.zero} ends with a Sunday, and no week goes on in the first month`
          : `a day from ${p.from} to ${p.until}, of the week that goes on in the first month`,
      hint: 'delete the row; the total of a month stands in a row with the month',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}所在的那一周已随其月份发放`,
      expected:
        p.from === undefined
          ? `没有按日的行：${p.zero} 以星期日结束，没有跨入首月的周`
          : `${p.from} 至 ${p.until} 之间的日期，属于跨入首月的那一周`,
      hint: '删去此行；整月合计请在日期列填月份',
    }),
  },
};

const measure_kept_otherwise: ProblemKind<CellParams & { measure: string; byDay: boolean }> = {
  code: 'E0848',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `of ${cited.en(p.measure)} the rule file needs ${p.byDay ? 'days' : 'months'}, and ${p.column.en} ${cited.en(p.text)} is a ${p.byDay ? 'month' : 'day'}`,
      expected: p.byDay ? 'a day of the week that goes on in the first month' : 'a month, with its total',
      hint: p.byDay
        ? 'write a row for each day of that week'
        : 'add the days of each month up and write one row a month',
    }),
    zh: (p) => ({
      message: `规则文件需要${cited.zh(p.measure)}的${p.byDay ? '按日' : '按月'}数值，而${p.column.zh}${cited.zh(p.text)}是${p.byDay ? '月份' : '日期'}`,
      expected: p.byDay ? '跨入首月的那一周中的日期' : '月份，及该月合计',
      hint: p.byDay ? '该周每天填一行' : '把每月各日相加，每月填一行',
    }),
  },
};

const week_paid_on_leaving: ProblemKind<CellParams & { agent: string; left_on: string }> = {
  code: 'E0849',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.agent} left on ${p.left_on}: the week of ${p.column.en} ${cited.en(p.text)} was paid with the month of leaving`,
      expected: 'days of those who go on in the first month',
      hint: 'delete the row; what was not paid then can only be paid by hand',
    }),
    zh: (p) => ({
      message: `${p.agent} 已于 ${p.left_on} 离职：${p.column.zh}${cited.zh(p.text)}所在的周已随离职当月发放`,
      expected: '首月仍在职人员的日期',
      hint: '删去此行；当时漏发的只能另行补发',
    }),
  },
};

/** What comes of numbers that an opening does not bring. */
type Untold = 'refused' | 'left_out' | 'week_cut';

const measure_not_told: ProblemKind<{
  measure: string;
  periods: string;
  then: Untold;
  /** Of the plan whose people are meant, where there are several. */
  version: string | undefined;
}> = {
  code: 'W0822',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `measures.csv tells nothing of ${cited.en(p.measure)} for ${p.periods}${p.version === undefined ? '' : `, of the people of ${p.version}`}: ${UNTOLD.en[p.then]}`,
      expected: 'the numbers of earlier months that the rule file needs',
      hint: 'add a row for everyone who had some; where nobody had any, one row with 0 says so',
    }),
    zh: (p) => ({
      message: `measures.csv 没有${p.version === undefined ? '' : `规则 ${p.version} 所属人员`} ${p.periods} 的${cited.zh(p.measure)}：${UNTOLD.zh[p.then]}`,
      expected: '规则文件所需的此前各月数值',
      hint: '有数的人员各补一行；若确实都没有，填一行 0 即可',
    }),
  },
};

const UNTOLD = {
  en: {
    refused: 'a month that needs it is refused for everyone who was employed then',
    left_out: 'what is reckoned from it goes without',
    week_cut: 'the week is weighed without these days',
  },
  zh: {
    refused: '需要它的月份将因当时在职的人员而无法计算',
    left_out: '据此计算的内容不含这些月份',
    week_cut: '该周不含这几天',
  },
} satisfies Record<'en' | 'zh', Record<Untold, string>>;

export const OPENING_MEASURE_PROBLEMS = {
  measure_not_remembered,
  day_of_finished_week,
  measure_kept_otherwise,
  week_paid_on_leaving,
  measure_not_told,
};
