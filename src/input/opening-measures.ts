/** The rules of measures.csv in an opening: it brings what months remember of measures, and nothing else. */
import { isDay, lastDay, type Month, monthOf, type PlainDate } from '../base/period.js';
import { unfinishedFrom } from '../base/week.js';
import { OPENING_PROBLEMS } from '../problems/opening.js';
import type { KnownAgents } from './known-agents.js';
import type { OpeningMeasureRow } from './opening-rows.js';
import type { WordsOfPeople } from './plan-words.js';
import type { MeasureMemory } from './records.js';
import type { RowReport } from './row-report.js';
import { checkEmployed } from './row-rules.js';

export class MeasureRules {
  readonly #zero: Month;
  readonly #agents: KnownAgents;
  readonly #words: WordsOfPeople;

  constructor(zero: Month, agents: KnownAgents, words: WordsOfPeople) {
    this.#zero = zero;
    this.#agents = agents;
    this.#words = words;
  }

  check(row: Partial<OpeningMeasureRow>, report: RowReport): void {
    const { agent_id, measure, period } = row;
    const { remembered } = this.#words.of(agent_id);
    const known = [...new Set([...remembered.totals, ...remembered.weeks])].toSorted();
    const isKnown = measure !== undefined && known.includes(measure);
    if (measure !== undefined && !isKnown)
      report.cell(OPENING_PROBLEMS.measure_not_remembered, 'measure', { known: known.join(', ') });
    if (period === undefined) return;
    const month = isDay(period) ? monthOf(period) : period;
    if (month > this.#zero) {
      report.cell(OPENING_PROBLEMS.after_month_zero, 'period', { zero: this.#zero });
      return;
    }
    if (isKnown) this.#checkKept(remembered, measure, period, report);
    this.#checkPerson(row, period, report);
  }

  /** Months are kept of some measures, days of others, and of some both. */
  #checkKept(
    { totals, weeks }: MeasureMemory,
    measure: string,
    period: PlainDate | Month,
    report: RowReport,
  ): void {
    const kept = isDay(period) ? weeks : totals;
    if (kept.has(measure)) {
      if (isDay(period)) this.#checkWeek(period, report);
      return;
    }
    report.cell(OPENING_PROBLEMS.measure_kept_otherwise, 'period', { measure, byDay: !isDay(period) });
  }

  #checkWeek(day: PlainDate, report: RowReport): void {
    const from = unfinishedFrom(this.#zero);
    if (from !== undefined && day >= from) return;
    report.cell(OPENING_PROBLEMS.day_of_finished_week, 'period', {
      zero: this.#zero,
      from,
      until: lastDay(this.#zero),
    });
  }

  #checkPerson({ agent_id }: Partial<OpeningMeasureRow>, period: PlainDate | Month, report: RowReport): void {
    const agent = agent_id === undefined ? undefined : this.#agents.row(agent_id);
    if (!agent) return;
    checkEmployed(agent, period, 'period', report);
    const { left_on } = agent;
    if (isDay(period) && left_on !== undefined && period <= left_on && left_on <= lastDay(this.#zero))
      report.cell(OPENING_PROBLEMS.week_paid_on_leaving, 'period', { agent: agent.agent_id, left_on });
  }
}
