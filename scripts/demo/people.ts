/** The demo department: four teams of fifteen or so, and whoever came, left or moved in the quarter. */
import type { Month } from '../../src/base/period.js';
import { personName } from '../department/names.js';
import { earlierHire, MONTHLY_BASE, subsidyPhone, type Person, type Role } from '../department/people.js';
import type { Seeded } from '../seeded.js';
import { chance } from './chance.js';

export const MONTHS = ['2025-04', '2025-05', '2025-06'] as const;

export const TEAMS = { 1: '营销一班', 2: '营销二班', 3: '营销三班', 4: '营销四班' } as const;

/** What is told of a person beyond their seat in a team. */
interface Told {
  readonly name?: string;
  readonly hired_on?: string;
  readonly left_on?: string;
  /** The months whose file lists them; all three where nothing is said. */
  readonly listed?: readonly string[];
  /** The team from May on, where it is another than in April. */
  readonly moves_to?: string;
  readonly no_phone?: true;
  readonly no_base?: true;
}

const FROM_MAY = ['2025-05', '2025-06'];

const TOLD: Readonly<Record<string, Told>> = {
  // Characters that GB18030 has and GBK lacks, or writes in four bytes.
  '0111': { name: '陈䶮' },
  '0211': { name: '吴㛃' },
  // Section 4: whose team it is in that month's file.
  '0112': { moves_to: TEAMS[3] },
  // P-24: no registered phone.
  '0106': { no_phone: true },
  // Section 9: no monthly base, so no part of the guard's earnings.
  '0110': { no_base: true },
  // G-6: the trial month ends on 17 April.
  '0115': { hired_on: '2025-03-17' },
  // Section 7: tenures at quarter end, 30 June. 31 May + 1 month is clipped to 30 June: one month.
  '0116': { hired_on: '2025-05-31', listed: FROM_MAY },
  '0215': { hired_on: '2025-05-12', listed: FROM_MAY },
  '0216': { hired_on: '2025-06-05', listed: ['2025-06'] },
  '0316': { hired_on: '2025-04-30' },
  // Section 4: employed on a part of the month, before it, after it.
  '0315': { left_on: '2025-05-16', listed: ['2025-04', '2025-05'] },
  '0413': { left_on: '2025-04-18', listed: ['2025-04'] },
  '0414': { left_on: '2025-04-30', listed: ['2025-04', '2025-05'] },
  '0415': { left_on: '2025-03-28', listed: ['2025-04'] },
  '0416': { hired_on: '2025-04-14' },
  '0417': { hired_on: '2025-05-06' },
};

const SEATS = { 1: 16, 2: 16, 3: 16, 4: 17 } as const;

/** Each team has a duty manager and a leader; the second team has two leaders. */
function roleOf(agent_id: string): Role {
  if (agent_id.endsWith('01')) return 'duty_manager';
  return agent_id.endsWith('02') || agent_id === '0203' ? 'team_leader' : 'agent';
}

/** Someone whose id reads as a number like another's, but for the leading zero: 101 is not 0101. */
const OUTSIDER = '101';

function seats(): { agent_id: string; team: string }[] {
  const members = ([1, 2, 3, 4] as const).flatMap((team) =>
    Array.from({ length: SEATS[team] }, (_, index) => ({
      agent_id: `0${team}${String(index + 1).padStart(2, '0')}`,
      team: TEAMS[team],
    })),
  );
  return [...members, { agent_id: OUTSIDER, team: TEAMS[4] }];
}

/** Those whom the month's agents.csv lists, in order of their ids. */
export function peopleOf(month: Month): Person[] {
  const random = chance('people');
  const names = new Set<string>();
  return seats().flatMap(({ agent_id, team }, index) => {
    const told = TOLD[agent_id] ?? {};
    const role = agent_id === OUTSIDER ? 'agent' : roleOf(agent_id);
    const drawn = {
      name: freshName(names, random),
      hired_on: earlierHire(random),
      phone: random.perMille(800),
    };
    const person = {
      agent_id,
      name: told.name ?? drawn.name,
      team: month > '2025-04' ? (told.moves_to ?? team) : team,
      role,
      hired_on: told.hired_on ?? drawn.hired_on,
      // A month's file knows of a leaving only once it has come.
      left_on: told.left_on !== undefined && told.left_on.slice(0, 7) <= month ? told.left_on : '',
      subsidy_phone: hasPhone(agent_id, told, drawn.phone) ? subsidyPhone(index) : '',
      monthly_base: told.no_base ? '' : MONTHLY_BASE[role],
      seat: index,
    };
    return (told.listed ?? listedFrom(told)).includes(month) ? [person] : [];
  });
}

/** Listed from the month of hire on; who is hired on 6 May stands in April's file already. */
function listedFrom({ hired_on = '' }: Told): readonly string[] {
  return hired_on > '2025-05-06' ? FROM_MAY : MONTHS;
}

/** P-25 is shown on 0103 to 0107: but for 0106 they have a phone. */
function hasPhone(agent_id: string, told: Told, drawn: boolean): boolean {
  if (told.no_phone) return false;
  return drawn || ['0103', '0104', '0105', '0107', '0116', '0416'].includes(agent_id);
}

function freshName(taken: Set<string>, random: Seeded): string {
  for (;;) {
    const name = personName(random);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
