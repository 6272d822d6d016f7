/** Declared ratios that are compared with 80 where 80% is meant; of telepay's own the loader refuses it. */
import { type Exact, formatShort, HUNDRED, whole } from '../../base/exact.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Condition } from '../condition-shape.js';
import { scalesOf, tablesOf } from '../dependencies.js';
import { measuresIn } from '../formula.js';
import type { Value } from '../mark.js';
import type { Plan } from '../plan.js';
import { amountsIn } from './amounts.js';
import type { Check } from './linted.js';

/** Twice is the least that can hardly be a part; more than so much of a target nobody makes. */
const LEAST = whole(2);

export const ratios: Check = ({ plan }) => {
  const names = Object.keys(plan.measures ?? {}).filter((name) => isRatio(name, plan));
  return comparedWith(plan).flatMap(([measure, at]) => {
    if (!names.includes(measure) || at.text.endsWith('%') || at.value.compare(LEAST) < 0) return [];
    return [ratioAsNumber(measure, at)];
  });
};

function ratioAsNumber(measure: string, { value, text, at }: Value<Exact>): Problem {
  const params = { measure, text, instead: `${text}%`, really: `${formatShort(value.mul(HUNDRED))}%` };
  return problem(LINT_PROBLEMS.ratio_as_number, at, params, { value: text });
}

/** Words of people and of keys that name a part of a whole or of a target. */
const NAMED_RATIO = /率|比例|占比|达成|完成度|attain|ratio|percent|achiev|conversion/iu;
const TARGETS: readonly string[] = [
  'target',
  'team_target',
  'gross',
  'team_size',
  'calendar_days',
  'working_days',
];

/**
 * A quotient of two numbers alike: one of both stands above too, what is divided by is a target, or it is called a rate. An
 * average, such as the money of a deal, is none.
 */
function isRatio(name: string, plan: Plan): boolean {
  const declared = plan.measures?.[name];
  if (declared?.kind !== 'formula') return false;
  const { value } = declared.formula;
  if (value.kind !== 'operation' || value.operation !== 'quotient') return false;
  const [above, below] = value.parts;
  if (!above || !below) return false;
  const [over, under] = [measuresIn(above), measuresIn(below)];
  // Times a hundred it is a percentage already.
  if (over.length === 0 || under.length === 0 || /\b100\b/.test(value.text)) return false;
  const { en, zh } = declared.name;
  const isAlike = under.some(
    (one) => over.includes(one) || TARGETS.includes(one) || plan.measures?.[one]?.kind === 'is',
  );
  return isAlike || [name, en, zh].some((text) => NAMED_RATIO.test(text));
}

/** Every number that a measure is compared with. */
function comparedWith(plan: Plan): (readonly [string, Value<Exact>])[] {
  const gates = Object.values(plan.components).flatMap((one) =>
    one.kind === 'fine' ? [] : (one.gate ?? []),
  );
  const cases = amountsIn(plan).flatMap(({ amount }) =>
    amount.kind === 'cases' ? amount.cases.flatMap(({ when }) => when) : [],
  );
  return [
    ...[...gates, ...cases].flatMap(inCondition),
    ...scalesOf(plan).flatMap((scale): (readonly [string, Value<Exact>])[] => {
      if (scale.kind === 'interpolated') return scale.points.map(({ at }) => [scale.of, at]);
      if (scale.kind === 'step') return [[scale.of, scale.above]];
      if (scale.percent_of) return [];
      const by = scale.by?.value ?? scale.of;
      return scale.bands.flatMap((band) => (band.edge === 'start' ? [] : [[by, band.at]]));
    }),
    ...tablesOf(plan).flatMap(({ rows, columns }) =>
      [rows, columns].flatMap((key) =>
        key.kind === 'measured' ? key.edges.map((at) => [key.of, at] as const) : [],
      ),
    ),
  ];
}

function inCondition(condition: Condition): (readonly [string, Value<Exact>])[] {
  switch (condition.kind) {
    case 'comparison':
      return [[condition.measure, condition.threshold]];
    case 'any':
      return condition.any.flatMap(inCondition);
    case 'all':
      return condition.all.flatMap(inCondition);
    case 'not':
      return inCondition(condition.not);
    case 'against':
    case 'belonging':
    case 'hiring':
      return [];
  }
}
