/** How people are supervised: everyday incidents, tests, contact attempts, talks of the duty managers. */
import { daysOf, type Month } from '../../src/base/period.js';
import type { Row } from '../exports/columns.js';
import type { Chance } from '../seeded.js';
import { isRestDay } from './calendar.js';
import { isEmployed, isEmployedIn, type Person } from './people.js';

export type IncidentRow = Row<'incidents'>;

const QUALITY_KINDS = [
  ['no_study_record', '未见当周学习记录'],
  ['study_record_incomplete', '记录不全,页面凌乱'],
  ['spot_check_failed', '抽查新资费不清楚'],
  ['must_say_missed', '未告知收费标准'],
  ['point_wrong', '生效时间介绍有误'],
] as const;

function workdaysOf(person: Person, month: Month): string[] {
  return daysOf(month).filter((date) => isEmployed(person, date) && !isRestDay(date));
}

/** Everyday findings on study and calls: about a third of `people` have one or two in the month. */
export function qualityFindings(
  people: readonly Person[],
  month: Month,
  prefix: string,
  chance: Chance,
): IncidentRow[] {
  const random = chance('incidents', month);
  const rows: IncidentRow[] = [];
  for (const person of people) {
    const days = workdaysOf(person, month);
    const count =
      days.length === 0
        ? 0
        : random.weighted([
            [0, 65],
            [1, 25],
            [2, 10],
          ] as const);
    for (let index = 0; index < count; index += 1) {
      const [kind, note] = random.pick(QUALITY_KINDS);
      const date = random.pick(days);
      rows.push({
        incident_id: `${prefix}${String(rows.length + 1).padStart(4, '0')}`,
        agent_id: person.agent_id,
        date,
        kind,
        cause: '',
        signup_id: '',
        upheld: random.weighted([
          ['yes', 85],
          ['no', 12],
          ['pending', 3],
        ] as const),
        occurred_on: date,
        refunded: '',
        note,
      });
    }
  }
  return rows;
}

/** A typing and a written test of each agent and leader; a few miss one, a few take one again. */
export function testRows(people: readonly Person[], month: Month, chance: Chance): Row<'tests'>[] {
  return people.flatMap((person) => {
    const random = chance('tests', month, person.agent_id);
    const days = workdaysOf(person, month);
    if (person.role === 'duty_manager' || days.length < 2) return [];
    return (['typing', 'written'] as const).flatMap((test) => {
      const takes = random.weighted([
        [0, 3],
        [1, 90],
        [2, 7],
      ] as const);
      const [low, high] = test === 'typing' ? [540, 1050] : [550, 1000];
      return random
        .shuffled(days)
        .slice(0, takes)
        .map((date) => ({
          agent_id: person.agent_id,
          date,
          test,
          result: tenths(random.between(low, high)),
        }));
    });
  });
}

/** `value` tenths with no idle zero: 605 → 60.5, 600 → 60. */
function tenths(value: number): string {
  return value % 10 === 0 ? String(value / 10) : `${Math.floor(value / 10)}.${value % 10}`;
}

/** Attempts to reach people with a subsidised phone outside their shifts. */
export function contactRows(people: readonly Person[], month: Month, chance: Chance): Row<'contacts'>[] {
  return people.flatMap((person) => {
    const random = chance('contacts', month, person.agent_id);
    const days = daysOf(month).filter((date) => isEmployed(person, date));
    if (person.subsidy_phone === '' || days.length === 0 || random.perMille(550)) return [];
    return random
      .shuffled(days)
      .slice(0, random.between(1, 4))
      .sort()
      .map((date) => ({
        agent_id: person.agent_id,
        at: `${date} ${random.between(18, 21)}:${random.between(10, 59)}:00`,
        reached: random.perMille(880) ? 'yes' : 'no',
      }));
  });
}

/** Whom a duty manager may talk with: the others of the team employed in the month, duty managers apart. */
export function talkPartners(people: readonly Person[], team: string, month: Month): Person[] {
  return people.filter(
    (person) => person.team === team && person.role !== 'duty_manager' && isEmployedIn(person, month),
  );
}

/** Talks of each duty manager with 30 percent of the team, and one or two more. */
export function talkRows(people: readonly Person[], month: Month, chance: Chance): Row<'talks'>[] {
  return people
    .filter(({ role }) => role === 'duty_manager')
    .flatMap((manager) => {
      const random = chance('talks', month, manager.agent_id);
      const partners = talkPartners(people, manager.team, month);
      const wanted = Math.ceil((partners.length * 3) / 10);
      const days = workdaysOf(manager, month);
      return random
        .shuffled(partners)
        .slice(0, wanted + random.below(3))
        .map(({ agent_id }) => ({ manager_id: manager.agent_id, agent_id, date: random.pick(days) }));
    });
}
