/** What can be wrong with grading a quarter. */
import type { ProblemKind } from '../../base/problem.js';

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

export const GRADE_PROBLEMS = {
  nothing_closed,
  quarter_incomplete,
  few_scores,
};
