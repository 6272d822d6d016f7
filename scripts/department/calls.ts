/** Calls, day by day: what an agent dials, who answers, when, and how long. */
import type { Row } from '../exports/columns.js';
import type { Seeded } from '../seeded.js';
import { clock, secondOf } from './calendar.js';

/** What an agent's day of calls comes to. */
export interface DayPlan {
  /** Distinct customers of outbound calls. */
  readonly dialled: number;
  /** Distinct customers of answered calls, in either direction. */
  readonly answered: number;
  /** Outbound calls beyond the first to each customer. */
  readonly redials: number;
  /** Inbound calls: each answered, each from another customer, none of them dialled that day. */
  readonly inbound: number;
  /** How many of the outbound calls are notify/retention calls. */
  readonly retention: number;
}

/** Whom an agent sold to on the day, and when: those customers are among the first answered. */
export interface SoldTo {
  readonly customer_no: string;
  readonly signed_at: string;
}

type CallFields = Omit<Row<'calls'>, 'call_id' | 'started_at'>;

/** A call of a day, with the second of the day that it starts at. */
export interface Call extends CallFields {
  readonly second: number;
}

/** An everyday plan of `count` calls or a few more, with room for `sold` answered customers. */
export function everydayPlan(count: number, sold: number, random: Seeded): DayPlan {
  const inbound = random.between(2, 6);
  const redials = random.between(4, 10);
  const dialled = Math.max(count - inbound - redials, 64, sold);
  const answered = Math.max(Math.floor((dialled * random.between(36, 50)) / 100) + inbound, sold + inbound);
  const outbound = dialled + redials;
  // Now and then a day belongs to a notify/retention campaign.
  const share = random.perMille(60) ? random.between(55, 100) : random.between(0, 15);
  return { dialled, answered, redials, inbound, retention: Math.floor((outbound * share) / 100) };
}

const UNANSWERED = [
  ['no_answer', 60],
  ['busy', 18],
  ['rejected', 15],
  ['failed', 7],
] as const;

/** The calls of an agent's day by `plan`, in order of time; customers not sold to come from `nextCustomer`. */
export function callsOfDay(
  agent_id: string,
  plan: DayPlan,
  sold: readonly SoldTo[],
  nextCustomer: () => string,
  random: Seeded,
): Call[] {
  const buyers = new Map(sold.map(({ customer_no, signed_at }) => [customer_no, secondOf(signed_at)]));
  const answeredOutbound = plan.answered - plan.inbound;
  if (buyers.size > answeredOutbound || answeredOutbound > plan.dialled) {
    throw new RangeError(`${agent_id}: the plan of the day has no room for its sales or answers`);
  }
  const customers = [...buyers.keys()];
  while (customers.length < plan.dialled) customers.push(nextCustomer());
  const calls = customers.map((customer_no, index) =>
    index < answeredOutbound ? talk('outbound', customer_no, random) : unanswered(customer_no, random),
  );
  for (let index = 0; index < plan.redials; index += 1)
    calls.push(unanswered(random.pick(customers), random));
  const marked = random.shuffled(calls).map((call, index) => ({
    agent_id,
    ...call,
    campaign: index < plan.retention ? 'retention' : 'marketing',
  }));
  for (let index = 0; index < plan.inbound; index += 1) {
    marked.push({ agent_id, ...talk('inbound', nextCustomer(), random), campaign: 'marketing' });
  }
  return timed(random.shuffled(marked), buyers, random);
}

type Contact = Omit<CallFields, 'agent_id' | 'campaign'>;

function talk(direction: 'outbound' | 'inbound', customer_no: string, random: Seeded): Contact {
  const seconds = random.perMille(60) ? random.between(301, 900) : random.between(12, 210);
  return { direction, result: 'answered', duration_s: String(seconds), customer_no };
}

function unanswered(customer_no: string, random: Seeded): Contact {
  return { direction: 'outbound', result: random.weighted(UNANSWERED), duration_s: '0', customer_no };
}

const OPENS = 30_600; // 08:30
const WORKING_SECONDS = 31_500; // until 17:15

/** Spreads calls over the day, none before the last has ended; who bought is called before the sign-up. */
function timed(calls: readonly CallFields[], buyers: ReadonlyMap<string, number>, random: Seeded): Call[] {
  const step = Math.floor(WORKING_SECONDS / Math.max(calls.length, 1));
  const ordered = placed(calls, buyers, step);
  let free = OPENS;
  return ordered.map((call, slot) => {
    const second = Math.max(free, OPENS + slot * step + random.below(Math.max(Math.floor(step / 3), 1)));
    free = second + Number(call.duration_s) + 12;
    return { ...call, second };
  });
}

/** `calls` with each buyer's answered call moved to the last slot that ends well before the sign-up. */
function placed(
  calls: readonly CallFields[],
  buyers: ReadonlyMap<string, number>,
  step: number,
): CallFields[] {
  const slots = [...calls];
  const taken = new Set<number>();
  for (const [customer_no, signed] of buyers) {
    const from = slots.findIndex((call) => call.customer_no === customer_no && call.result === 'answered');
    const call = slots[from];
    let to = Math.min(Math.floor((signed - 900 - OPENS) / step), slots.length - 1);
    while (to >= 0 && taken.has(to)) to -= 1;
    const other = slots[to];
    if (!call || !other) continue;
    taken.add(to);
    slots[to] = call;
    slots[from] = other;
  }
  return slots;
}

/** The calls of a day as rows in order of time, numbered on from `counter`. */
export function* callRows(date: string, calls: readonly Call[], counter: { count: number; prefix: string }) {
  for (const { second, ...call } of calls.toSorted((one, other) => one.second - other.second)) {
    counter.count += 1;
    const call_id = `${counter.prefix}${String(counter.count).padStart(8, '0')}`;
    yield { call_id, ...call, started_at: `${date} ${clock(second)}` } satisfies Row<'calls'>;
  }
}

/** Draws distinct customers for a day from the numbers that are called again and again; `size` is a prime. */
export function drawFrom(size: number, numberAt: (index: number) => string, random: Seeded): () => string {
  const stride = random.between(1, size - 1);
  let at = random.below(size);
  return () => {
    at = (at + stride) % size;
    return numberAt(at);
  };
}
