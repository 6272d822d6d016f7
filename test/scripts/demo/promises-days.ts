/** What the cases about days, calls and customers promise of the rows. */
import { expect } from 'vitest';
import { cell, type Day } from './facts.js';
import type { Promised } from './shown.js';

const day =
  (expected: Partial<Day>): Promised =>
  ({ month, agent, date }) => {
    expect(month.assessed(agent())).toContain(date());
    expect(month.day(agent(), date())).toMatchObject(expected);
  };

/** The agent's missed days are the case's dates and no other, of which these are retention days. */
const misses =
  (...retention: boolean[]): Promised =>
  ({ month, agent, dates }) => {
    expect(month.misses(agent())).toEqual(
      dates.map((date, place) => ({ date, retention: retention[place] })),
    );
    expect(retention).toHaveLength(dates.length);
    expect(month.assessed(agent()).length).toBeGreaterThan(15);
  };

/** The rows of attendance on the case's dates, as `status minutes approved`. */
const attendance =
  (...expected: string[]): Promised =>
  ({ month, agent, dates }) => {
    const rows = dates.flatMap((date) => month.where('attendance', { agent_id: agent(), date }));
    expect(
      rows.map((row) => `${cell(row, 'status')} ${cell(row, 'minutes')} ${cell(row, 'approved')}`.trim()),
    ).toEqual(expected);
  };

/** An agent's calls of the day to or from customers on the do-not-disturb list, as `direction listed_on`. */
const listedCalls =
  (...expected: string[]): Promised =>
  ({ month, agent, date }) => {
    const listed = new Map(
      month.rows('do_not_disturb').map((row) => [cell(row, 'customer_no'), cell(row, 'listed_on')]),
    );
    const calls = month
      .where('calls', { agent_id: agent() })
      .filter((row) => cell(row, 'started_at').startsWith(date()) && listed.has(cell(row, 'customer_no')))
      .map((row) => `${cell(row, 'direction')} ${listed.get(cell(row, 'customer_no')) ?? ''}`);
    expect(calls).toEqual(expected);
  };

const leads =
  (rows: number, customers: number): Promised =>
  ({ month, agent, date }) => {
    const found = month.where('leads', { agent_id: agent(), date: date() });
    expect(found).toHaveLength(rows);
    expect(new Set(found.map((row) => row['customer_no'])).size).toBe(customers);
    expect(month.assessed(agent())).toContain(date());
  };

export const DAY_PROMISES: Readonly<Record<string, Promised>> = {
  met_by_successes: day({ successes: 30, answered: 35, dialled: 45, met: true }),
  successes_29: (shown) => {
    day({ successes: 29, answered: 35, dialled: 55, met: false })(shown);
    const rows = shown.month.where('signups', { agent_id: shown.agent() });
    expect(rows.filter((row) => cell(row, 'signed_at').startsWith(shown.date()))).toHaveLength(31);
  },
  met_by_answered: day({ successes: 0, answered: 40, dialled: 59, met: true }),
  met_by_dialled: day({ successes: 0, answered: 39, dialled: 60, met: true }),
  missed_on_retention_day: day({ answered: 39, dialled: 59, met: false, retention: true }),
  missed_below_half: day({ answered: 39, dialled: 59, met: false, retention: false }),
  met_by_inbound: day({ answered: 40, dialled: 0, met: true, retention: false }),
  missed_without_outbound: day({ answered: 39, dialled: 0, met: false, retention: false }),
  misses_0: misses(),
  misses_1: misses(false),
  misses_1_covered: misses(true),
  misses_2_covered: misses(true, true),
  misses_2_one_covered: misses(true, false),
  misses_3_two_covered: misses(true, true, false),
  misses_3_all_retention: misses(true, true, true),
  no_assessed_day: ({ month, agent }) => {
    expect(month.assessed(agent())).toEqual([]);
    expect(month.where('attendance', { agent_id: agent(), status: 'leave' })).toHaveLength(22);
  },
  duty_managers: ({ month, agents }) => {
    for (const agent_id of agents) {
      expect(month.one('agents', { agent_id })['role']).toBe('duty_manager');
      expect(month.misses(agent_id)).toHaveLength(month.assessed(agent_id).length);
      expect(month.where('targets', { id: agent_id })).toEqual([]);
    }
  },

  two_statuses_a_day: (shown) => {
    attendance('late 15', 'early_leave 20')(shown);
    const days = shown.month.assessed(shown.agent()).filter((date) => date === shown.date());
    expect(days).toHaveLength(1);
  },
  absent: attendance('absent 480', 'absent'),
  unapproved_leave: attendance('leave  no', 'leave 480 no'),
  unapproved_leave_479: attendance('leave 479 no'),
  approved_leave: attendance('leave 480 yes'),
  calls_on_a_rest_day: ({ month, agent, date }) => {
    expect(month.one('attendance', { agent_id: agent(), date: date() })['status']).toBe('rest');
    const calls = month
      .where('calls', { agent_id: agent() })
      .filter((row) => cell(row, 'started_at').startsWith(date()));
    expect(calls).toHaveLength(2);
  },
  public_holidays: ({ month, dates }) => {
    for (const date of dates) {
      const onDuty = month.where('attendance', { date }).filter((row) => row['status'] !== 'rest').length;
      // About a fourth of sixty.
      expect(onDuty).toBeGreaterThan(8);
      expect(onDuty).toBeLessThan(22);
    }
  },

  called_on_day_of_listing: listedCalls('outbound 2025-04-10'),
  called_after_listing: listedCalls('outbound 2025-04-10'),
  listed_customer_calls: listedCalls('inbound 2025-03-15'),
  leads_19: leads(19, 19),
  leads_repeated: leads(20, 19),
  leads_20: leads(20, 20),
  funnel_visited_before: ({ month, agent, date }) => {
    const called = month
      .where('calls', { agent_id: agent(), direction: 'outbound' })
      .filter((row) => cell(row, 'started_at').startsWith(date()))
      .map((row) => row['customer_no']);
    const visits = month
      .where('visits', { agent_id: agent() })
      .filter((row) => called.includes(row['customer_no']) && row['visited_on'] !== '')
      .map((row) => row['visited_on']);
    expect(visits).toEqual(expect.arrayContaining(['2025-04-08', '2025-04-09', '2025-04-20']));
  },
  funnel_five_minutes: ({ month, agent, date }) => {
    const seconds = month
      .where('calls', { agent_id: agent() })
      .filter((row) => cell(row, 'started_at').startsWith(date()))
      .map((row) => row['duration_s']);
    expect(seconds).toEqual(expect.arrayContaining(['300', '301']));
  },
  funnel_called_by_two: ({ month, agents, date }) => {
    const [one, other] = agents.map(
      (agent_id) =>
        new Set(
          month
            .where('calls', { agent_id, direction: 'outbound' })
            .filter((row) => cell(row, 'started_at').startsWith(date()))
            .map((row) => row['customer_no']),
        ),
    );
    expect([...(one ?? [])].filter((customer) => other?.has(customer))).not.toEqual([]);
  },
  funnel_booked: ({ month, agent }) => {
    const booked = month.rows('visits').filter((row) => row['booked_on'] !== '');
    const own = booked.filter((row) => row['agent_id'] === agent());
    const inMonth = own.filter((row) => cell(row, 'booked_on').startsWith(month.month));
    expect(new Set(inMonth.map((row) => row['customer_no'])).size).toBeLessThan(inMonth.length);
    expect(own.filter((row) => cell(row, 'booked_on').startsWith('2025-05'))).toHaveLength(1);
    expect(booked.filter((row) => row['agent_id'] === '')).toHaveLength(1);
  },
};
