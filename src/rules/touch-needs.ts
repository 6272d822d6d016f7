/**
 * What the parts of a month's calculation rest on, as a plan has them. An over-approximation: where it is not plain that
 * one has nothing to do with the other, it is taken to rest on it.
 */
import { needsOfComponent, needsOfMeasure, needsOfScore, type Need, scalesIn } from './dependencies.js';
import { isIncidentKind } from './deductions.js';
import type { DeclaredMeasure } from './measure-shape.js';
import type { Component, Fine, Plan } from './plan.js';
import type { Fact } from './touch-sources.js';

/** A fact with one that it rests on. */
export type Rests = readonly [fact: Fact, on: Fact];

const on = (fact: Fact, needs: readonly Fact[]): Rests[] => needs.map((need) => [fact, need]);

/** Every such pair of a plan as it is on one day. */
export function restsOf(plan: Plan): Rests[] {
  return [
    ...productRests(plan),
    ...measureRests(plan),
    ...Object.entries(plan.components).flatMap(([key, component]) => componentRests(key, component, plan)),
    ...scoreRests(plan),
    ...guardRests(plan),
  ];
}

const codesOf = ({ products }: Plan): string[] => Object.keys(products);
const counted = (plan: Plan): Fact[] => ['counting', ...codesOf(plan).map((code): Fact => `counted:${code}`)];

const pointsComponents = ({ components }: Plan): string[] =>
  Object.entries(components).flatMap(([key, { kind }]) => (kind === 'yuan_per_point' ? [key] : []));

/** Which sign-ups of a product count, its points, and what closed months still bring of both. */
function productRests(plan: Plan): Rests[] {
  return Object.entries(plan.products).flatMap(([code, { counts_on, points }]): Rests[] => {
    const scale = points.kind === 'scale' ? points.scale : undefined;
    const by = scale?.kind === 'bands' ? (scale.by?.value ?? []) : [];
    const paying = pointsComponents(plan).map((key): Fact => `line:${key}.${code}`);
    return [
      ...on(`counted:${code}`, ['everything', 'counting', `counts_on:${code}`, `basis:${counts_on.value}`]),
      ...on(`points:${code}`, [
        'everything',
        `counted:${code}`,
        ...by.map((other): Fact => `counted:${other}`),
      ]),
      ...on(`prior_period:${code}`, paying.length > 0 ? [...paying, 'counting', 'clawback_rules'] : []),
      ...on(`clawback:${code}`, paying.length > 0 ? [`prior_period:${code}`, 'clawback_rules'] : []),
    ];
  });
}

const asFact = ({ kind, name }: Need): Fact => `${kind}:${name}`;

/** telepay's own measures that rest on anything that a plan says. */
function builtInRests(plan: Plan): Rests[] {
  const outcomes = counted(plan);
  return [
    ...(['counted', 'gross', 'attainment'] as const).flatMap((name) => on(`measure:${name}`, outcomes)),
    ...(['team_counted', 'team_attainment'] as const).flatMap((name) =>
      on(`measure:${name}`, [...outcomes, 'others']),
    ),
    ...(['assessed_days', 'missed_days', 'uncovered_misses'] as const).flatMap((name) =>
      on(`measure:${name}`, ['daily', 'everything']),
    ),
    ...(['month_of_quarter', 'month_of_year'] as const).flatMap((name) => on(`measure:${name}`, ['year'])),
    ...(['working_days', 'working_days_employed'] as const).flatMap((name) =>
      on(`measure:${name}`, ['calendar']),
    ),
    ['measure:score', 'score'],
  ];
}

const measureRests = (plan: Plan): Rests[] => [
  ...builtInRests(plan),
  ...Object.entries(plan.measures ?? {}).flatMap(([name, declared]) =>
    on(`measure:${name}`, [...needsOfMeasure(declared).map(asFact), ...furtherNeeds(declared, plan)]),
  ),
];

/** What a measure rests on beside the measures of its own month: closed months, rows, other people. */
function furtherNeeds(declared: DeclaredMeasure, plan: Plan): Fact[] {
  switch (declared.kind) {
    case 'rows':
      return ofRows(declared.file, plan);
    case 'earlier':
      return [`measure:${declared.earlier.of}`, ...(declared.earlier.so_far_in ? (['year'] as const) : [])];
    case 'earlier_by_ref':
      return [`measure:${declared.earlier_by_ref.of.value}`];
    case 'is':
      return declared.is.kind === 'scale' || declared.is.kind === 'cases' ? ['year'] : [];
    case 'total':
    case 'rank':
    case 'split':
      return ['others'];
    case 'collected':
    case 'formula':
    case 'each':
    case 'amount_of':
      return [];
  }
}

/** What decides about the rows of an export: how sign-ups are judged, and which kinds there are. */
function ofRows(file: string, plan: Plan): Fact[] {
  switch (file) {
    case 'incidents':
      return ['counting', ...Object.keys(plan.incidents).map((kind): Fact => `incident:${kind}`)];
    case 'tests':
      return Object.keys(plan.tests).map((test): Fact => `test:${test}`);
    case 'measures':
      return Object.entries(plan.measures ?? {}).flatMap(([name, { kind }]): Fact[] =>
        kind === 'collected' ? [`measure:${name}`] : [],
      );
    default:
      return counted(plan);
  }
}

function componentRests(key: string, component: Component, plan: Plan): Rests[] {
  const lines = codesOf(plan).map((code): Fact => `line:${key}.${code}`);
  const paysPoints = component.kind === 'yuan_per_point';
  return [
    ...on(`own:${key}`, ['everything', ...needsOfComponent(component).map(asFact)]),
    ...on(`own:${key}`, component.kind === 'fine' ? ofFine(component.fine, plan) : runningOn(component)),
    ...on(`component:${key}`, [`own:${key}`, ...(paysPoints ? lines : [])]),
    ...(paysPoints ? codesOf(plan) : []).flatMap((code) =>
      on(`line:${key}.${code}`, [`own:${key}`, `points:${code}`, `words:${code}`]),
    ),
  ];
}

/** A scale that runs on through a quarter or year hangs on when these begin. */
function runningOn(component: Exclude<Component, { kind: 'fine' }>): Fact[] {
  if (component.kind !== 'amount') return [];
  const amounts = [component.amount, component.cap, component.floor].filter((one) => one !== undefined);
  return amounts.flatMap(scalesIn).some(({ per }) => per) ? ['year'] : [];
}

function ofFine(fine: Fine, plan: Plan): Fact[] {
  switch (fine.kind) {
    case 'incident': {
      const worth =
        fine.charge.kind === 'times_points'
          ? [
              ...codesOf(plan).map((code): Fact => `points:${code}`),
              ...pointsComponents(plan).map((one): Fact => `own:${one}`),
            ]
          : [];
      // Which incidents are of forced sign-ups can spare others.
      return [`incident:${fine.incident}`, 'counting', ...worth];
    }
    case 'test':
      return [`test:${fine.test}`];
    case 'attendance':
      return fine.attendance.value === 'absence' ? ['absence'] : [];
  }
}

function scoreRests(plan: Plan): Rests[] {
  const kinds = Object.values(plan.score?.sections ?? {}).flatMap((section) =>
    section.kind === 'less' ? Object.keys(section.less).filter((word) => isIncidentKind(word, plan)) : [],
  );
  return [
    ...on('score', ['everything', ...needsOfScore(plan).map(asFact)]),
    ...on(
      'score',
      kinds.map((kind): Fact => `incident:${kind}`),
    ),
    ['grades', 'score'],
    ['checks', 'score'],
    ['checks', 'absence'],
  ];
}

/** What of each penalty is applied; an enforced guard leaves it the room that all that earns gives. */
function guardRests(plan: Plan): Rests[] {
  const { guard } = plan.net;
  const enforced = guard?.mode.value === 'enforce';
  const keys = Object.keys(plan.components);
  const codes = codesOf(plan);
  const all: Fact[] = enforced
    ? [
        'debts',
        ...keys.map((key): Fact => `component:${key}`),
        ...codes.flatMap((code): Fact[] => [`prior_period:${code}`, `clawback:${code}`]),
      ]
    : [];
  return Object.entries(plan.components).flatMap(([key, component]): Rests[] => {
    const own = component.kind === 'yuan_per_point' ? undefined : component.class;
    if (!own) return [];
    const isGuarded = guard?.classes.value.includes(own.value) ?? false;
    return on(`applied:${key}`, ['guard', ...(isGuarded ? all : [])]);
  });
}
