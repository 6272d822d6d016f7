/** Grades of a quarter: handbook, section 7 (G-1 … G-5). */
import { type Exact, round, sum, whole, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import { fullMonths, type PlainDate } from '../base/period.js';
import type { Grade, Plan } from '../rules/plan.js';
import type { Plans } from '../rules/plans.js';
import type { ClosedMonth, KnownPerson } from './past.js';

/** Who has this grade, and what led to it. */
export interface GradedAgent {
  readonly agent_id: string;
  /** Exact mean of the quarter's closed, scored months. */
  readonly mean: Exact;
  /** How many months it is the mean of. */
  readonly months: number;
  readonly tenure_months: number;
  /** (reversed + forced) ÷ gross of the quarter; 0 without sign-ups. */
  readonly reversal_rate: Exact;
  /** Key of the grade; undefined below all. */
  readonly grade: string | undefined;
  readonly points: Exact | undefined;
  readonly why: Localized;
}

type Levels = readonly (readonly [string, Grade])[];

interface Candidate extends Omit<GradedAgent, 'grade' | 'points' | 'why'> {
  /** Position among the levels; their number below all. */
  level: number;
  why: Localized;
}

/**
 * Grades those with a mean who are employed at the quarter's end, by id. `months`: its closed months, in order;
 * `end`: the quarter's last day, whichever of its months are closed. Each is graded by his own plan, among those who
 * share it.
 */
export function gradeQuarter(plans: Plans, months: readonly ClosedMonth[], end: PlainDate): GradedAgent[] {
  return plans.all
    .flatMap((plan) => gradesBy(plan, plans, months, end))
    .toSorted((a, b) => byText(a.agent_id, b.agent_id));
}

function gradesBy(plan: Plan, plans: Plans, months: readonly ClosedMonth[], end: PlainDate): GradedAgent[] {
  const last = months.at(-1);
  const { grades } = plan;
  if (!last || !grades) return [];
  const levels = Object.entries(grades.levels);
  const candidates = last.people
    .filter((person) => isEmployedOn(person, end) && plans.of(person.agent_id) === plan)
    .flatMap((person) => candidateOf(person, months, end, levels, grades.mean_on_edge.value === 'upper'));
  for (const [index, [, level]] of levels.entries()) applyQuota(candidates, levels, index, level);
  return candidates.map(({ level, ...one }) => ({
    ...one,
    grade: levels[level]?.[0],
    points: levels[level]?.[1].points?.number.value,
  }));
}

const isEmployedOn = (person: KnownPerson, day: PlainDate): boolean =>
  person.hired_on <= day && (person.left_on === undefined || person.left_on >= day);

function candidateOf(
  person: KnownPerson,
  months: readonly ClosedMonth[],
  end: PlainDate,
  levels: Levels,
  edgeIsUpper: boolean,
): Candidate[] {
  const { agent_id } = person;
  const scores = months.flatMap((month) => month.scores.get(agent_id) ?? []);
  if (scores.length === 0) return [];
  const mean = sum(scores).div(scores.length);
  const tenure = fullMonths(person.hired_on, end);
  const byMean = levels.findIndex(([, level]) => {
    const order = mean.compare(level.mean_from.value);
    return edgeIsUpper ? order >= 0 : order > 0;
  });
  const start = byMean === -1 ? levels.length : byMean;
  const level = firstWithTenure(levels, start, tenure);
  const why =
    start === levels.length
      ? WHY.below
      : level === start
        ? WHY.mean
        : WHY.tenure(levels[start]?.[1].name.value);
  return [
    {
      agent_id,
      mean,
      months: scores.length,
      tenure_months: tenure,
      reversal_rate: reversalRate(agent_id, months),
      level,
      why,
    },
  ];
}

const firstWithTenure = (levels: Levels, from: number, tenure: number): number => {
  const found = levels.findIndex(([, level], index) => index >= from && tenure >= level.tenure_months.value);
  return found === -1 ? levels.length : found;
};

/** Over the quota, the lower ranked take the next grade down whose tenure is met. */
function applyQuota(candidates: readonly Candidate[], levels: Levels, index: number, level: Grade): void {
  if (!level.quota) return;
  const { at_most, rounded } = level.quota;
  const places = Number(round(whole(candidates.length).mul(at_most.value), 0, rounded.value).n);
  const ranked = candidates.filter((one) => one.level === index).toSorted(byRank);
  for (const one of ranked.slice(places)) {
    one.level = firstWithTenure(levels, index + 1, one.tenure_months);
    one.why = WHY.quota(places, level.name.value);
  }
}

/** By mean, then lower reversal rate, then id. */
const byRank = (a: Candidate, b: Candidate): number =>
  b.mean.compare(a.mean) || a.reversal_rate.compare(b.reversal_rate) || byText(a.agent_id, b.agent_id);

function reversalRate(agent: string, months: readonly ClosedMonth[]): Exact {
  const own = months.flatMap((month) => month.signups.filter((signup) => signup.agent_id === agent));
  const counts = groupBy(own, (signup) => signup.outcome);
  const unlisted = months.flatMap((month) => month.unlisted.filter((one) => one.agent_id === agent));
  const listedLost = (counts.get('reversed')?.length ?? 0) + (counts.get('forced')?.length ?? 0);
  const lost = unlisted.reduce((total, one) => total + one.reversed + one.forced, listedLost);
  const gross = unlisted.reduce((total, one) => total + one.gross, own.length);
  return gross === 0 ? ZERO : whole(lost).div(gross);
}

const WHY = {
  mean: { en: 'by the mean', zh: '按平均分' },
  below: { en: 'the mean is below all grades', zh: '平均分低于各级' },
  tenure: (name: Localized | undefined): Localized => ({
    en: `lacks the tenure for ${name?.en ?? ''}`,
    zh: `未满${name?.zh ?? ''}的工龄`,
  }),
  quota: (places: number, name: Localized): Localized => ({
    en: `over the quota of ${places} for ${name.en}`,
    zh: `超出${name.zh}的 ${places} 个名额`,
  }),
};
