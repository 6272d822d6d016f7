/** Which exports a rule file has a use for. */
import type { FamilyName } from '../input/family.js';
import type { ExportNeeds } from '../input/records.js';
import { isIncidentKind } from './deductions.js';
import { exportOf } from './export-columns.js';
import type { LoadedPlan } from './load.js';
import type { Fine, Plan } from './plan.js';

/** Measures that telepay counts itself, by the file that each needs beside agents.csv. */
const OF_FILE = {
  targets: ['target', 'attainment', 'team_target', 'team_attainment'],
  attendance: ['late_days', 'early_leave_days', 'absent_days'],
  contacts: ['unreached_in_a_row'],
} as const satisfies Partial<Record<FamilyName, readonly string[]>>;

/**
 * The files that the rule file has a use for, and what else the exports must tell for it: by its sections and by
 * the measures that it names, also where nothing hangs on one in the end.
 */
export function needsOf({ plan, named }: Pick<LoadedPlan, 'plan' | 'named'>): ExportNeeds {
  const names = (file: keyof typeof OF_FILE): boolean => OF_FILE[file].some((one) => named.has(one));
  const fines = new Set(finesOf(plan).map(({ kind }) => kind));
  const { checks, daily_target: target } = plan;
  const signups = Object.keys(plan.products).length > 0;
  const lookedAt: Readonly<Record<FamilyName, boolean>> = {
    agents: true,
    signups,
    billing: signups || (plan.clawback?.window_months.value ?? 0) > 0,
    calls: callsNeeded(plan),
    activity: callsNeeded(plan),
    attendance:
      target !== undefined || checks.absence !== undefined || fines.has('attendance') || names('attendance'),
    targets: names('targets'),
    incidents: signups || fines.has('incident') || deductsForIncidents(plan),
    tests: fines.has('test'),
    contacts: names('contacts'),
    do_not_disturb: checks.do_not_disturb !== undefined,
    talks: checks.talks !== undefined,
    leads: checks.leads !== undefined,
    visits: checks.funnel !== undefined,
    measures: Object.values(plan.measures ?? {}).some(({ kind }) => kind === 'collected'),
  };
  const files = Object.entries(lookedAt).flatMap(([file, needed]) => (needed ? [file] : []));
  return { files: new Set([...files, ...countedFiles(plan)]), subsidy_phone: named.has('subsidy_phone') };
}

/** The same for all rule files in force. */
export function needsOfAll(files: readonly Pick<LoadedPlan, 'plan' | 'named'>[]): ExportNeeds {
  const all = files.map(needsOf);
  return {
    files: new Set(all.flatMap((one) => [...one.files])),
    subsidy_phone: all.some((one) => one.subsidy_phone),
  };
}

function callsNeeded({ daily_target: target, checks }: Plan): boolean {
  return target !== undefined || checks.funnel !== undefined || checks.do_not_disturb !== undefined;
}

/** The files whose rows a measure counts or sums; calls may come counted. */
function countedFiles({ measures = {} }: Plan): string[] {
  const counted = Object.values(measures).flatMap((one) => (one.kind === 'rows' ? [exportOf(one.file)] : []));
  return counted.flatMap((file) => (file === 'calls' ? ['calls', 'activity'] : [file]));
}

function finesOf({ components }: Plan): Fine[] {
  return Object.values(components).flatMap((one) => (one.kind === 'fine' ? [one.fine] : []));
}

const deductsForIncidents = (plan: Plan): boolean =>
  Object.values(plan.score?.sections ?? {}).some(
    (one) => one.kind === 'less' && Object.keys(one.less).some((word) => isIncidentKind(word, plan)),
  );
