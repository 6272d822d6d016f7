/** A department of any size: teams of fifteen, each with a duty manager and a leader. */
import { personName } from '../department/names.js';
import { earlierHire, MONTHLY_BASE, subsidyPhone, type Person, type Role } from '../department/people.js';
import type { Chance } from '../seeded.js';

const TEAM_SIZE = 15;

function roleOf(place: number): Role {
  if (place === 0) return 'duty_manager';
  return place === 1 ? 'team_leader' : 'agent';
}

export function manyPeople(count: number, chance: Chance): Person[] {
  const random = chance('people');
  return Array.from({ length: count }, (_, seat) => {
    const role = roleOf(seat % TEAM_SIZE);
    return {
      agent_id: String(seat + 1).padStart(5, '0'),
      name: personName(random),
      team: `营销${Math.floor(seat / TEAM_SIZE) + 1}班`,
      role,
      hired_on: earlierHire(random),
      left_on: '',
      subsidy_phone: random.perMille(800) ? subsidyPhone(seat) : '',
      monthly_base: MONTHLY_BASE[role],
      seat,
    };
  });
}
