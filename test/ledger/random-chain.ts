/**
 * Random departments over several months, each month as it was exported for its close and as it should have been:
 * with late evidence, cancellations after payment, incidents about earlier sign-ups, leavers and debts.
 */
import fc from 'fast-check';
import { bands, S } from '../calc/plans.js';
import { billed, day, incident, person, rules, type Sheets, target, together } from './small-ledger.js';

export const MONTHS = ['2025-04', '2025-05', '2025-06', '2025-07'];
const AGENTS = ['A1', 'A10', 'A2'];
const PRODUCTS = ['SECRETARY', 'INFO_4', 'INFO_6', 'MAIL'];

/** Edges that a few sign-ups reach, and a window of two months for cancellations. */
const SMALL = {
  'products.SECRETARY.points': `{ scale: marginal, ${bands({ 1: '1.5', 3: '2', 5: '2.5' })}, ${S} }`,
  'products.INFO_4.points': `{ scale: whole, by: [INFO_4, INFO_6], ${bands({ 0: '2', 3: '2.5' })}, ${S} }`,
  clawback: `{ window_months: { value: 2, ${S} } }`,
  // Small enough that some debts are paid off and some are not.
  'components.complaint.fine.charge': `{ amount: 60, ${S} }`,
};
const guard = `{ clause: X-8, mode: enforce, classes: [disciplinary, loss], cap: 20%, ${S} }`;
export const FREE = rules(SMALL);
export const GUARDED = rules({ ...SMALL, 'net.guard': guard });

/** What an extract says of a sign-up. */
const STATUSES = ['billed', 'billed', 'billed', 'zero', 'none', 'none', 'cancelled'] as const;
type Status = (typeof STATUSES)[number];
const LATER = ['none', 'none', 'billed', 'cancelled'] as const;

interface Unit {
  readonly agent: string;
  readonly product: string;
  readonly customer: number;
  /** In its own month's extract. */
  readonly own: Status;
  /** In those of the two months after it. */
  readonly later: readonly [Status, Status];
}

interface Incident {
  readonly kind: 'forced_activation' | 'complaint';
  /** Months before its own that the sign-up was made in, and which it is. */
  readonly ago: number;
  readonly which: number;
  readonly upheld: boolean;
}

interface Month {
  readonly units: readonly Unit[];
  readonly incidents: readonly Incident[];
  readonly there: readonly boolean[];
  readonly present: readonly boolean[];
}

/** What was wrong with a month when it was closed: places of what it lacked or had otherwise. */
interface Mistake {
  readonly missing: readonly number[];
  readonly status: readonly number[];
  readonly absent: readonly number[];
  readonly incidents: boolean;
}

export interface Chain {
  readonly rules: string;
  readonly months: readonly string[];
  /** As exported for the close, and as it should have been. */
  readonly closed: readonly Sheets[];
  readonly right: readonly Sheets[];
  /** For each month, after how many further closes it is corrected; undefined where it was right. */
  readonly after: readonly (number | undefined)[];
}

const anyUnit: fc.Arbitrary<Unit> = fc.record({
  agent: fc.constantFrom(...AGENTS),
  product: fc.constantFrom(...PRODUCTS),
  customer: fc.nat({ max: 40 }),
  own: fc.constantFrom(...STATUSES),
  later: fc.tuple(fc.constantFrom(...LATER), fc.constantFrom(...LATER)),
});

const anyMonth: fc.Arbitrary<Month> = fc.record({
  units: fc.array(anyUnit, { minLength: 3, maxLength: 14, size: 'max' }),
  incidents: fc.array(
    fc.record({
      kind: fc.constantFrom('forced_activation', 'complaint'),
      ago: fc.nat({ max: 2 }),
      which: fc.nat({ max: 13 }),
      upheld: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  // The first is always there; someone who is not sells nothing.
  there: fc.tuple(fc.constant(true), fc.boolean(), fc.boolean()),
  present: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
});

const anyMistake: fc.Arbitrary<Mistake> = fc.record({
  missing: fc.array(fc.nat({ max: 13 }), { maxLength: 2 }),
  status: fc.array(fc.nat({ max: 13 }), { maxLength: 3 }),
  absent: fc.array(fc.nat({ max: 2 }), { maxLength: 1 }),
  incidents: fc.boolean(),
});

const bill = (id: string, unit: Unit, month: string, status: Status): Sheets => {
  if (status === 'none') return {};
  const [amount, state] = status === 'cancelled' ? ['3', status] : [status === 'zero' ? '0' : '3', 'active'];
  const { billing = [] } = billed(id, unit.product, month, amount, state);
  return { billing: billing.map((row) => row.replace(`c-${id}`, `c-${String(unit.customer)}`)) };
};

const idOf = (month: number, place: number): string => `S${MONTHS[month] ?? ''}-${String(place)}`;

/** The exports of a month; `mistakes`: of it and of the months before, whose sign-ups its extract bills too. */
function sheetsOf(all: readonly Month[], index: number, mistake: Mistake | undefined): Sheets {
  const month = all[index];
  const name = MONTHS[index] ?? '';
  if (!month) return {};
  const there = AGENTS.filter((_, place) => month.there[place]);
  const missing = new Set(mistake?.missing);
  const units = month.units.flatMap((unit, place): Sheets[] => {
    if (!there.includes(unit.agent) || missing.has(place)) return [];
    const id = idOf(index, place);
    const at = `${name}-${String(10 + (place % 5))} 10:00:00`;
    const wrong: Status = unit.own === 'billed' ? 'none' : 'billed';
    return [
      { signups: [`${id},${unit.agent},${at},c-${String(unit.customer)},${unit.product}`] },
      bill(id, unit, name, mistake?.status.includes(place) ? wrong : unit.own),
    ];
  });
  const earlier = [1, 2].flatMap((ago) =>
    (all[index - ago]?.units ?? []).map((unit, place) =>
      bill(idOf(index - ago, place), unit, name, unit.later[ago - 1] ?? 'none'),
    ),
  );
  return together(
    ...there.map((agent) => person(agent)),
    ...there.map((agent) => {
      const place = AGENTS.indexOf(agent);
      const works = month.present[place] === true && !mistake?.absent.includes(place);
      return day(agent, `${name}-03`, works ? 'present' : 'rest');
    }),
    ...there.map((agent) => target(agent, 4)),
    ...units,
    ...earlier,
    ...month.incidents.flatMap((one, place) => aboutUnit(all, index, one, place, mistake)),
  );
}

function aboutUnit(
  all: readonly Month[],
  index: number,
  { kind, ago, which, upheld }: Incident,
  place: number,
  mistake: Mistake | undefined,
): Sheets[] {
  const own = all[index - ago];
  const unit = own?.units[which];
  const is = unit && own.there[AGENTS.indexOf(unit.agent)];
  if (!unit || !is || (ago === 0 && mistake?.missing.includes(which))) return [];
  const { incidents = [] } = incident(
    `E${String(index)}-${String(place)}`,
    unit.agent,
    `${MONTHS[index] ?? ''}-20`,
    kind,
    idOf(index - ago, which),
  );
  const stands = upheld !== (mistake?.incidents ?? false);
  return [{ incidents: stands ? incidents : incidents.map((row) => row.replace(',yes,', ',no,')) }];
}

/** Two to four months, some of them closed with mistakes that are corrected before the last is closed. */
export const anyChain: fc.Arbitrary<Chain> = fc
  .record({
    months: fc.array(anyMonth, { minLength: 2, maxLength: 4 }),
    mistakes: fc.tuple(fc.option(anyMistake, { freq: 4 }), fc.option(anyMistake), fc.option(anyMistake)),
    after: fc.array(fc.nat({ max: 2 }), { minLength: 4, maxLength: 4 }),
    guarded: fc.boolean(),
  })
  .map(({ months, mistakes, after, guarded }) => {
    const wrong = months.map((_, index) =>
      index === months.length - 1 ? undefined : (mistakes[index] ?? undefined),
    );
    return {
      rules: guarded ? GUARDED : FREE,
      months: MONTHS.slice(0, months.length),
      closed: months.map((_, index) => sheetsOf(months, index, wrong[index])),
      right: months.map((_, index) => sheetsOf(months, index, undefined)),
      after: wrong.map((one, index) =>
        one ? Math.min(after[index] ?? 0, months.length - 2 - index) : undefined,
      ),
    };
  });
