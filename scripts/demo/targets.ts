/** The targets that the department sets. Those that show no case are set so that scores spread over the grades. */
import { isEmployedIn, type Person } from '../department/people.js';
import type { Month } from '../../src/base/period.js';
import type { Row } from '../exports/columns.js';
import { chance } from './chance.js';
import { TEAMS } from './people.js';

/** Targets that show a case; '' for no row. */
const CASE_TARGETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // S-7: 163 of 150 (worked example 4), then exactly 100 percent; a mean of exactly 90.
  '0305': { '2025-04': '150', '2025-05': '100', '2025-06': '100' },
  // S-7: 75, 50 and 25 of 100: means of exactly 80, 70 and 60.
  ...equalTargets(['0306', '0307', '0308'], '100'),
  // S-7: 120, 110 and 109 of 100: over the cap of 45, at it, under it.
  ...equalTargets(['0309'], '100'),
  // Section 7: 80 of 100, four with equal means.
  ...equalTargets(['0211', '0212', '0213', '0214'], '100'),
  // S-7: zero, then none at all: no score, and fewer than three scored months.
  '0310': { '2025-04': '0', '2025-05': '' },
};

function equalTargets(agents: readonly string[], target: string): Record<string, Record<string, string>> {
  const months = { '2025-04': target, '2025-05': target, '2025-06': target };
  return Object.fromEntries(agents.map((agent_id) => [agent_id, months]));
}

/** The score aimed at, where it is not drawn: section 7's 90 and above, and its 80 to 90 above those with 82. */
const AIMS: Readonly<Record<string, number>> = {
  ...{ '0106': 93, '0403': 91, '0116': 92, '0215': 92, '0216': 92, '0316': 92 },
  ...{ '0104': 86, '0107': 84, '0205': 87, '0209': 85, '0303': 86, '0404': 88 },
};

/** Whose quality item must stay as the cases have it: no everyday finding on them. */
export const NO_FINDINGS: ReadonlySet<string> = new Set([
  ...Object.keys(CASE_TARGETS),
  ...Object.keys(AIMS),
  '0311',
]);

/** P-23: what a team's target is beyond its counted sign-ups: 0 is reached exactly, 1 just missed. */
const TEAM_MARGINS: Readonly<Record<string, Readonly<Record<string, number | 'none' | 'zero'>>>> = {
  '2025-04': { [TEAMS[1]]: 0, [TEAMS[2]]: -20, [TEAMS[3]]: 1, [TEAMS[4]]: 'none' },
  '2025-05': { [TEAMS[1]]: 1, [TEAMS[2]]: 'zero', [TEAMS[3]]: 0, [TEAMS[4]]: -15 },
  '2025-06': { [TEAMS[1]]: -10, [TEAMS[2]]: 0, [TEAMS[3]]: 50, [TEAMS[4]]: -12 },
};

/** What a month has come to, as far as targets are set by it. */
export interface MonthResult {
  /** Counted sign-ups of an agent or a team. */
  readonly counted: (id: string) => number;
  /** Points that an agent's findings take off the 50 of quality. */
  readonly deducted: (agent_id: string) => number;
  readonly daysWorked: (agent_id: string) => number;
}

export function targetRows(people: readonly Person[], month: Month, result: MonthResult): Row<'targets'>[] {
  const agents = people
    .filter((person) => person.role !== 'duty_manager' && isEmployedIn(person, month))
    .map(({ agent_id }) => ({ scope: 'agent', id: agent_id, target: agentTarget(agent_id, month, result) }));
  const teams = Object.values(TEAMS).map((team) => ({
    scope: 'team',
    id: team,
    target: teamTarget(team, month, result),
  }));
  return [...teams, ...agents].filter(({ target }) => target !== '');
}

function teamTarget(team: string, month: Month, result: MonthResult): string {
  const margin = TEAM_MARGINS[month]?.[team] ?? 'none';
  if (margin === 'none') return '';
  return margin === 'zero' ? '0' : String(result.counted(team) + margin);
}

function agentTarget(agent_id: string, month: Month, result: MonthResult): string {
  const told = CASE_TARGETS[agent_id]?.[month];
  if (told !== undefined) return told;
  // No target for a month of which hardly a week was worked.
  if (result.daysWorked(agent_id) < 5) return '';
  const aim = AIMS[agent_id] ?? drawnAim(agent_id);
  const telemarketing = Math.max(5, aim - (50 - result.deducted(agent_id)));
  // S-6: 40 at 100 percent, one point for each two percent above.
  const percentTimesTen =
    telemarketing <= 40 ? telemarketing * 25 : 1000 + (Math.min(telemarketing, 45) - 40) * 20;
  return String(Math.max(1, Math.floor((result.counted(agent_id) * 1000) / percentTimesTen)));
}

/** Most aim at the seventies; some lower. One aim for the whole quarter. */
function drawnAim(agent_id: string): number {
  const random = chance('aim', agent_id);
  const [low, high] = random.weighted([
    [[71, 78], 65],
    [[61, 68], 20],
    [[53, 58], 15],
  ] as const);
  return random.between(low, high);
}
