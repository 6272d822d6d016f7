/** What the calculation has to say of measures that count or sum the rows of the exports. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';

const row_incomplete: ProblemKind<{ agent: string; component: string; why: Localized }> = {
  code: 'E0707',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.why.en}, which the rule "${p.component}" needs for ${p.agent}`,
      expected: 'a value in every row that the rule counts or sums by it',
      hint: 'fill it in, or leave such rows out by another filter of the measure',
    }),
    zh: (p) => ({
      message: `${p.why.zh}，而规则“${p.component}”计算 ${p.agent} 时要用到它`,
      expected: '规则据以计数或求和的行都填写该列',
      hint: '补填该列，或在指标的筛选条件中排除这类行',
    }),
  },
};

const calls_not_in_activity: ProblemKind<{ measure: string; name: Localized }> = {
  code: 'E0708',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `activity.csv does not give what the measure "${p.measure}" (${p.name.en}) counts of the calls`,
      expected:
        'calls.csv; activity.csv gives dials (all, for retention, for marketing), calls over 300 s and talk seconds, by day',
      hint: 'put the export of the single calls in place of activity.csv, or count something that it gives',
    }),
    zh: (p) => ({
      message: `activity.csv 无法给出指标“${p.measure}”（${p.name.zh}）所统计的通话`,
      expected:
        'calls.csv；activity.csv 只按日给出拨打次数（全部、维系、营销）、超过 300 秒的通话数和通话秒数',
      hint: '请改用通话明细 calls.csv，或只统计 activity.csv 给出的数',
    }),
  },
};

export const CALC_ROW_PROBLEMS = { row_incomplete, calls_not_in_activity };
