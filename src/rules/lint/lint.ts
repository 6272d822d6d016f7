/** What is doubtful in rule files that are sound: findings, each with its place and a way to mend it. */
import type { Problem } from '../../base/problem.js';
import { withExcerpts } from '../../yaml/text.js';
import type { LoadedPlan } from '../load.js';
import type { Plan } from '../plan.js';
import { bands } from './bands.js';
import { beginnings } from './beginnings.js';
import { cases, formulaChoices } from './cases.js';
import { idleClauses } from './clauses.js';
import { componentCliffs } from './component-cliffs.js';
import { findingsOf, fromDay } from './findings.js';
import { gates } from './gates.js';
import { limits } from './limits.js';
import { type Check, type Linted, openForLint, placesIn } from './linted.js';
import { meetingGates } from './meeting-gates.js';
import { nothingPaid } from './nothing-paid.js';
import { productCliffs } from './product-cliffs.js';
import { ratios } from './ratios.js';
import { scaleCliffs } from './scale-cliffs.js';
import { grades, sections } from './scores.js';
import { slopes } from './slopes.js';
import { tableCliffs } from './table-cliffs.js';
import { unpaidProducts, unused } from './unused.js';
import { idleVersions } from './versions.js';
import { shares, weights } from './weights.js';

/** What is looked for in every version of a plan by itself. */
const CHECKS: readonly Check[] = [
  componentCliffs,
  productCliffs,
  scaleCliffs,
  slopes,
  tableCliffs,
  gates,
  meetingGates,
  cases,
  formulaChoices,
  bands,
  beginnings,
  limits,
  nothingPaid,
  sections,
  grades,
  weights,
  shares,
  ratios,
];

/** What is looked for in a file as a whole. */
const OF_FILES: readonly ((file: Linted) => readonly Problem[])[] = [
  unused,
  unpaidProducts,
  idleClauses,
  idleVersions,
];

/** The findings of rule files that were loaded, each file by itself, in the order of its lines. */
export const lintFiles = (files: readonly LoadedPlan[]): Problem[] =>
  files.flatMap((rules) => lintFile(openForLint(rules)));

function lintFile(file: Linted): Problem[] {
  const placeOf = placesIn(file);
  const checked = (plan: Plan): Problem[] => CHECKS.flatMap((check) => check({ plan, placeOf }));
  const { plan } = file.rules;
  const found = [
    ...checked(plan),
    ...OF_FILES.flatMap((check) => check(file)),
    ...(plan.changes ?? []).flatMap((change) => checked(change.plan).map((one) => fromDay(change.from, one))),
  ];
  return withExcerpts(findingsOf(found), file.text);
}

export { lintTogether } from './file-set.js';
