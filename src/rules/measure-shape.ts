/** The shape of a rule file's own measures: numbers that measures.csv brings, and numbers that come from others. */
import type { z } from 'zod';
import { OUTCOMES } from '../input/records.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, refuse } from './fault.js';
import { measuresIn, namesIn } from './formula.js';
import { choice, choices, formula, markedReferences } from './leaf-shape.js';
import { byKey, form, localized, mapping, namedTable, tagged } from './shape.js';

const measure = form(byKey('when_absent', 'formula', 'signups'), {
  /** A number that measures.csv brings, and what its absence means for an agent. */
  when_absent: tagged(
    'collected',
    mapping({ name: localized, when_absent: choice('zero', 'error', 'skip') }),
  ),
  /** How many of the person's or team's sign-ups are of these products and had these outcomes. */
  signups: tagged(
    'signups',
    mapping({
      name: localized,
      signups: mapping({
        of: choice('person', 'team'),
        /** Left out: every product. */
        products: markedReferences('product').optional(),
        /** Left out: whatever became of them. */
        outcomes: choices(...OUTCOMES).optional(),
      }),
    }),
  ),
  /** A number that comes from others. */
  formula: tagged('formula', mapping({ name: localized, formula })),
});

/** Formulas must end at measures that are counted. */
export const measures = namedTable(measure).superRefine((table, faults) => {
  for (const [name, own] of Object.entries(table)) {
    if (own.kind !== 'formula') continue;
    const circle = circleFrom(name, table);
    if (circle) refuse(faults, Fault.of(RULE_PROBLEMS.formula_circle, { circle }), own.formula);
    else if (reachOf(name, table, new Map()) > MOST_PARTS) {
      refuse(faults, Fault.of(RULE_PROBLEMS.formula_too_deep, { most: MOST_PARTS }), own.formula);
    }
  }
});

type Measures = Readonly<Record<string, z.output<typeof measure>>>;

/** Formulas that build on one another must stay cheap to compute and short to explain. */
const MOST_PARTS = 1000;

/** How many measures a formula names, those of the formulas that it builds on counted each time they are named. */
function reachOf(name: string, table: Measures, known: Map<string, number>): number {
  const own = table[name];
  const found = known.get(name);
  if (own?.kind !== 'formula' || found !== undefined) return found ?? 1;
  // Set first: a circle among others is told where it is.
  known.set(name, 1);
  const reach = namesIn(own.formula.value).reduce((total, next) => total + reachOf(next, table, known), 1);
  known.set(name, reach);
  return reach;
}

/** The measures by which `name` needs itself, from it back to it; undefined where it does not. */
function circleFrom(name: string, table: Measures): string[] | undefined {
  const seen = new Set<string>();
  const search = (path: readonly string[]): string[] | undefined => {
    const own = table[path.at(-1) ?? ''];
    if (own?.kind !== 'formula') return undefined;
    for (const next of measuresIn(own.formula.value)) {
      if (next === name) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search([...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search([name]);
}
