/** The measures that telepay counts itself, by the names that rule files use. */
import type { Localized } from '../base/localized.js';

export interface Measure {
  /** What it is a number of: one day (daily target) or the month (components, scores). */
  readonly per: 'day' | 'month';
  /** A ratio is written in percent: `100%` of the target. */
  readonly unit: 'number' | 'ratio';
  readonly name: Localized;
}

const day = (en: string, zh: string): Measure => ({ per: 'day', unit: 'number', name: { en, zh } });
const month = (en: string, zh: string): Measure => ({ per: 'month', unit: 'number', name: { en, zh } });
const ratio = (en: string, zh: string): Measure => ({ per: 'month', unit: 'ratio', name: { en, zh } });

export const MEASURES: Readonly<Record<string, Measure>> = {
  successes: day("distinct customers of the day's sign-ups", '当日成功户数'),
  answered: day("distinct customers of the day's answered calls", '当日接听户数'),
  dialled: day("distinct customers of the day's outbound calls", '当日拨打户数'),

  assessed_days: month('assessed days', '考核天数'),
  missed_days: month('days below target', '未达标天数'),
  uncovered_misses: month('misses that the allowance does not cover', '超出允许的未达标次数'),
  days_employed: month('days employed in the month', '当月在职天数'),
  calendar_days: month('calendar days of the month', '当月日历天数'),
  month_of_quarter: month('month of the quarter, 1 to 3', '本季第几个月'),
  month_of_year: month('month of the year, 1 to 12', '本年第几个月'),
  employed_at_end: month(
    'employed on the last day of the month (1 or 0)',
    '月末最后一天在职（是为 1，否为 0）',
  ),
  month_of_employment: month('month of employment, 1 for that of hiring', '入职第几个月（入职当月为 1）'),
  working_days: month("working days of the month, by the plan's calendar", '当月工作日（按规则中的日历）'),
  working_days_employed: month('working days of the month on which he was employed', '当月在职的工作日'),
  counted: month('counted sign-ups', '算量户数'),
  gross: month('sign-ups', '受理户数'),
  target: month('target', '任务量'),
  attainment: ratio('counted sign-ups ÷ target', '完成比例'),
  team_size: month('people of the team employed in the month', '班组当月在职人数'),
  team_counted: month("the team's counted sign-ups", '班组算量户数'),
  team_target: month("the team's target", '班组任务量'),
  team_attainment: ratio("the team's counted sign-ups ÷ its target", '班组完成比例'),
  subsidy_phone: month('registered subsidy phone (1 or 0)', '登记的补贴号码（有为 1，无为 0)'),
  unreached_in_a_row: month('longest run of unreached contact attempts', '最多连续联系不到次数'),
  monthly_base: month('monthly base', '月基本工资'),
  tenure_months: month('full months since hiring', '入职满月数'),
  tenure_months_to_leaving: month('full months from hiring to leaving', '入职至离职满月数'),
  tenure_days: month('days since hiring, to the end of the month', '入职天数（至月末）'),
  late_days: month('days late', '迟到天数'),
  early_leave_days: month('days left early', '早退天数'),
  absent_days: month('days absent', '旷工天数'),
  score: month("total of the month's score", '当月考核得分'),
};

export const isRatio = (measure: string): boolean =>
  Object.hasOwn(MEASURES, measure) && MEASURES[measure]?.unit === 'ratio';
