/** grades.csv of a quarter, and its table on a terminal. */
import { round } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import type { GradedAgent } from '../calc/grade.js';
import type { Plans } from '../rules/plans.js';
import { fixed, integer, plain, type Table, toCsv } from './csv.js';
import { printable } from './printable.js';

const MEAN_PLACES = 6;
const RATE_PLACES = 4;

const GRADES: Table<GradedAgent> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'mean', zh: '平均得分', cell: (row) => fixed(round(row.mean, MEAN_PLACES), MEAN_PLACES) },
  { key: 'tenure_months', zh: '工龄月数', cell: (row) => integer(row.tenure_months) },
  {
    key: 'reversal_rate',
    zh: '撤销率',
    cell: (row) => fixed(round(row.reversal_rate, RATE_PLACES), RATE_PLACES),
  },
  { key: 'grade', zh: '等级', cell: (row) => row.grade ?? 'none' },
  { key: 'points', zh: '分值', cell: (row) => row.points && plain(row.points) },
  { key: 'why', zh: '说明', cell: (row, language) => row.why[language] },
];

export const gradesCsv = (graded: readonly GradedAgent[], language: Language): string =>
  toCsv(GRADES, graded, language);

/** How many have which grade. */
export function gradesText(
  quarter: string,
  graded: readonly GradedAgent[],
  plans: Plans,
  language: Language,
): string {
  // A grade that several plans have is one, under the name that the first of them gives it.
  const all = plans.all.toReversed().flatMap(({ grades }) => Object.entries(grades?.levels ?? {}));
  const levels = [...new Map(all)];
  const count = (key: string | undefined): number => graded.filter((one) => one.grade === key).length;
  const none = { en: 'none', zh: '未评级' }[language];
  const heading = {
    en: `Grades of ${quarter}: ${graded.length} people`,
    zh: `${quarter} 评级：${graded.length} 人`,
  };
  return [
    heading[language],
    ...levels.map(([key, level]) => `  ${printable(level.name.value[language])}  ${count(key)}`),
    `  ${none}  ${count(undefined)}`,
  ].join('\n');
}

/** The grades as data. */
export function gradesData(graded: readonly GradedAgent[]): object[] {
  return graded.map((one) => ({
    agent_id: one.agent_id,
    mean: fixed(round(one.mean, MEAN_PLACES), MEAN_PLACES).number,
    tenure_months: one.tenure_months,
    reversal_rate: fixed(round(one.reversal_rate, RATE_PLACES), RATE_PLACES).number,
    grade: one.grade ?? 'none',
    points: one.points ? plain(one.points).number : null,
  }));
}
