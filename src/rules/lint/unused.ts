/** What a file declares and no version of its plan uses. */
import { type Problem, problem } from '../../base/problem.js';
import { ZERO } from '../../base/exact.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Declared } from '../../problems/lint/unused.js';
import type { Plan, Points } from '../plan.js';
import { type Linted, placesIn } from './linted.js';
import { usedIn, type UsedNames } from './used-names.js';

/** Incidents without a filter by kind are all counted: then none of them is without use. */
export function unused(file: Linted): Problem[] {
  const used = file.plans.map(usedIn);
  const { plan } = file.rules;
  const placeOf = placesIn(file);
  const found = (what: Declared, of: keyof UsedNames, names: object, ...path: string[]): Problem[] =>
    Object.keys(names)
      .filter((name) => !used.some((one) => one[of].has(name)))
      .map((name) => problem(LINT_PROBLEMS.unused, placeOf(...path, name), { what, name }, { value: name }));
  return [
    ...found('measure', 'measures', plan.measures ?? {}, 'measures'),
    ...(countsAll(file, 'incidents', 'kind')
      ? []
      : found('incident', 'incidents', plan.incidents, 'incidents')),
    ...(countsAll(file, 'tests', 'test') ? [] : found('test', 'tests', plan.tests, 'tests')),
    ...found('basis', 'bases', plan.counting?.bases ?? {}, 'counting', 'bases'),
  ];
}

/** Whether a measure counts the rows of a file whatever they name. */
const countsAll = ({ plans }: Linted, file: string, column: string): boolean =>
  plans.some(({ measures }) =>
    Object.values(measures ?? {}).some(
      (one) =>
        one.kind === 'rows' && one.file === file && !one.where.some((filter) => filter.column === column),
    ),
  );

/** Measures that count sign-ups, whichever the product. */
const COUNTING: readonly string[] = ['counted', 'gross', 'attainment', 'team_counted', 'team_attainment'];

/** Products that nobody is paid for. */
export function unpaidProducts(file: Linted): Problem[] {
  const { plan } = file.rules;
  const codes = Object.keys(plan.products);
  const [first] = codes;
  const placeOf = placesIn(file);
  if (first === undefined || file.plans.some(goesByAllProducts)) return [];
  const used = file.plans.map(usedIn);
  const byName = (code: string): boolean => used.some(({ products }) => products.has(code));
  if (!file.plans.some(paysPoints)) {
    if (codes.some(byName)) return [];
    return [problem(LINT_PROBLEMS.points_not_paid, placeOf('products'), { product: first, all: true })];
  }
  const worthless = codes.filter(
    (code) => file.plans.every((one) => hasNoPoints(one.products[code]?.points)) && !byName(code),
  );
  return worthless
    .filter((code) => !codes.some((other) => picksBandOf(plan.products[other]?.points, code)))
    .map((product) =>
      problem(LINT_PROBLEMS.points_not_paid, placeOf('products', product), { product, all: false }),
    );
}

const paysPoints = ({ components }: Plan): boolean =>
  Object.values(components).some(
    (one) => one.kind === 'yuan_per_point' || (one.kind === 'fine' && one.fine.kind === 'incident'),
  );

/** Whether pay, scores or the daily target go by how many were sold of all products together. */
function goesByAllProducts(plan: Plan): boolean {
  const { measures } = usedIn(plan);
  const rows = Object.entries(plan.measures ?? {}).some(
    ([name, one]) =>
      measures.has(name) &&
      one.kind === 'rows' &&
      (one.file === 'signups' || one.file === 'billing') &&
      !one.where.some((filter) => filter.column === 'product'),
  );
  return rows || COUNTING.some((name) => measures.has(name)) ? !paysPoints(plan) : false;
}

function hasNoPoints(points: Points | undefined): boolean {
  if (!points) return true;
  if (points.kind === 'flat') return points.flat.value.equals(ZERO);
  const { scale } = points;
  return scale.kind === 'bands' && scale.bands.every(({ pays, plus }) => pays.value.equals(ZERO) && !plus);
}

const picksBandOf = (points: Points | undefined, code: string): boolean =>
  points?.kind === 'scale' &&
  points.scale.kind === 'bands' &&
  (points.scale.by?.value.includes(code) ?? false);
