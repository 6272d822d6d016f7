/** Who works in the department, as the month's agents.csv has them. */
import { firstDay, lastDay, type Month } from '../../src/base/period.js';
import type { Row } from '../exports/columns.js';
import type { Seeded } from '../seeded.js';
import { NUMBERS, phoneNumber } from './names.js';

export type Role = 'agent' | 'team_leader' | 'duty_manager';

/** A person as one month's file lists them. */
export interface Person {
  readonly agent_id: string;
  readonly name: string;
  readonly team: string;
  readonly role: Role;
  readonly hired_on: string;
  readonly left_on: string;
  readonly subsidy_phone: string;
  readonly monthly_base: string;
  /** A number of their own, from which turns on the duty roster and further numbers follow. */
  readonly seat: number;
}

/** Whether `person` is employed on `date` (both hired_on and left_on are days of work). */
export function isEmployed(person: Person, date: string): boolean {
  return person.hired_on <= date && (person.left_on === '' || date <= person.left_on);
}

/** Whether `person` is employed on at least one day of `month`. */
export function isEmployedIn(person: Person, month: Month): boolean {
  return person.hired_on <= lastDay(month) && (person.left_on === '' || firstDay(month) <= person.left_on);
}

/** A day of hire in the years before 2025, for those of whom nothing else is told. */
export function earlierHire(random: Seeded): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `20${random.between(19, 24)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

export const MONTHLY_BASE: Readonly<Record<Role, string>> = {
  agent: '1650.00',
  team_leader: '2100.00',
  duty_manager: '2350.50',
};

export function subsidyPhone(seat: number): string {
  return phoneNumber(NUMBERS.staff + seat);
}

export function agentRow({ seat, ...person }: Person): Row<'agents'> {
  return { ...person, bank_account: `62000000${String((seat + 1) * 104_729).padStart(11, '0')}` };
}
