/** Roundings that a rule file asks for: of pay lines, and of measures on the way to them. */
import { type Currency, nameOfCurrency, YUAN } from '../base/currency.js';
import { computedOnce } from '../base/computed-once.js';
import type { Localized } from '../base/localized.js';
import type { Value } from '../rules/mark.js';
import type { Plan } from '../rules/plan.js';
import type { Rounding, ROUNDINGS } from '../rules/rounding-shape.js';
import { rounded, type Trace } from './trace.js';

type Mode = (typeof ROUNDINGS)[number];

/** How a pay line is rounded. */
export interface LineRounding {
  readonly mode: Mode;
  readonly places: number;
  readonly currency: Currency;
  /** What it does, in words. */
  readonly label: Localized;
  /** The values of the rule file that say so; none where it says nothing. */
  readonly rules: readonly Value<unknown>[];
}

/** The rounding of a component's lines; half-up to the smallest unit where the rule file says nothing of it. */
export function lineRounding(plan: Plan, component?: string): LineRounding {
  const roundings = computedOnce(known, plan, () => new Map<string | undefined, LineRounding>());
  const before = roundings.get(component);
  if (before) return before;
  const { currency, components } = plan;
  const asked = component === undefined ? undefined : components[component]?.rounding;
  const found = settled(asked, currency);
  const rounding = { ...found, currency, label: labelOf(found, currency) };
  roundings.set(component, rounding);
  return rounding;
}

/** A plan's roundings by component: every line asks for its own. */
const known = new WeakMap<Plan, Map<string | undefined, LineRounding>>();

function labelOf({ mode, places }: Pick<LineRounding, 'mode' | 'places'>, currency: Currency): Localized {
  const name = nameOfCurrency(currency);
  const toFen = currency.code === YUAN.code && places === YUAN.places;
  return {
    en: `${LABELS[mode].en} ${unitOf(places)} ${name.en}`,
    zh: `${LABELS[mode].zh}${toFen ? '分' : ` ${unitOf(places)} ${name.zh}`}`,
  };
}

/** The one rounding of a pay line. */
export function roundedLine(exact: Trace, { mode, places, label, rules }: LineRounding): Trace {
  return rounded(label, exact, places, mode, rules.length > 0 ? { rules } : {});
}

/** A measure as the rule file has it rounded; as it is where nothing is said. */
export function roundedMeasure(exact: Trace, asked: Rounding | undefined, { currency }: Plan): Trace {
  if (!asked) return exact;
  const { mode, places, rules } = settled(asked, currency);
  const label = {
    en: `${LABELS[mode].en} ${unitOf(places)}`,
    zh: `${LABELS[mode].zh} ${unitOf(places)}`,
  };
  return rounded(label, exact, places, mode, { rules });
}

function settled(
  asked: Rounding | undefined,
  currency: Currency,
): Pick<LineRounding, 'mode' | 'places' | 'rules'> {
  return {
    mode: asked?.mode?.value ?? 'half_up',
    places: asked?.places?.value ?? currency.places,
    rules: [asked?.mode, asked?.places].filter((rule) => rule !== undefined),
  };
}

const LABELS: Readonly<Record<Mode, Localized>> = {
  half_up: { en: 'rounded half-up to', zh: '四舍五入到' },
  half_even: { en: 'rounded half-even to', zh: '四舍六入五成双到' },
  floor: { en: 'rounded down to', zh: '向下舍入到' },
  ceiling: { en: 'rounded up to', zh: '向上舍入到' },
};

/** The unit of so many places as it is written: `0.01`, `1`, `100`. */
function unitOf(places: number): string {
  return places > 0 ? `0.${'1'.padStart(places, '0')}` : `1${'0'.repeat(-places)}`;
}
