/** The score sheet: handbook, section 6 (S-3 … S-7, C-6). A score is never money. */
import { type Exact, whole } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { type Problem, problem } from '../base/problem.js';
import type { IncidentRow } from '../input/records.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { ScorePart } from '../rules/amount-shape.js';
import { isIncidentKind } from '../rules/deductions.js';
import type { Plan, ScoreSection } from '../rules/plan.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { absenceProblems } from './absence-problems.js';
import type { MissingMeasure, Reckoning } from './amounts.js';
import { lackWholeUnits } from './measured.js';
import { measure } from './measures.js';
import { reckonScale } from './scale-clocks.js';
import { restingOn, computed, given, rounded, ruled, type Trace } from './trace.js';

export interface SectionScore {
  readonly section: string;
  readonly name: Localized;
  readonly clause: string;
  /** What the section is out of, as the plan says. */
  readonly out_of: Exact;
  readonly trace: Trace;
}

export interface ScoreSheet {
  readonly sections: readonly SectionScore[];
  /** The sum, rounded half-up; undefined where a section has no score (no target): then there is no monthly score. */
  readonly total: Trace | undefined;
  /** Why there is no total. */
  readonly missing?: MissingMeasure;
  readonly problems: readonly Problem[];
}

const LABELS = {
  total: { en: 'monthly score', zh: '月度得分' },
  score: { en: 'score', zh: '考核得分' },
  full: { en: 'full score of the section', zh: '本项满分' },
  section: { en: 'score of the section', zh: '本项得分' },
  rated: { en: 'so much of the measure', zh: '按比例得分' },
  rate: { en: 'rate', zh: '比例' },
  each: { en: 'deduction each', zh: '每次扣分' },
  cap: { en: 'at most', zh: '最高' },
  floor: { en: 'not below', zh: '最低' },
} satisfies Record<string, Localized>;

/** An agent's score sheet; undefined where the plan has none. */
export function scoreOf(facts: AgentFacts, month: MonthFacts): ScoreSheet | undefined {
  const { score } = month.plan;
  if (!score || facts.absent) return undefined;
  const sections: SectionScore[] = [];
  let missing: MissingMeasure | undefined;
  for (const [key, section] of Object.entries(score.sections)) {
    const found = sectionScore(section, facts, month);
    if ('absent' in found) missing ??= found;
    else
      sections.push({
        section: key,
        name: section.name,
        clause: section.clause,
        out_of: section.out_of.value,
        trace: found,
      });
  }
  if (missing) return { sections, total: undefined, missing, problems: noScore(facts, missing) };
  const sum = computed(
    'sum',
    LABELS.total,
    sections.map((one) => one.trace),
  );
  return { sections, total: rounded(LABELS.total, sum, score.places.value), problems: [] };
}

/** Without a target there is no score, which is a warning; a number that should be there and is not is an error. */
function noScore(facts: AgentFacts, missing: MissingMeasure): Problem[] {
  const { agent_id: agent, at } = facts.agent;
  if (missing.absent.cause !== 'no_target') {
    return absenceProblems({ key: 'score', name: LABELS.score }, missing, facts);
  }
  return facts.employed ? [problem(CALC_PROBLEMS.no_target, at, { agent })] : [];
}

function sectionScore(section: ScoreSection, facts: AgentFacts, month: MonthFacts): Trace | MissingMeasure {
  switch (section.kind) {
    case 'parts': {
      const parts: Trace[] = [];
      for (const part of section.parts) {
        const found = partScore(part, facts, month);
        if ('absent' in found) return found;
        if (!('trace' in found)) return { measure: measureOf(part), absent: lackWholeUnits(found) };
        parts.push(found.trace);
      }
      return within(section, computed('sum', LABELS.section, parts, restingOn(section.out_of)));
    }
    case 'less': {
      const losses: Trace[] = [];
      for (const [word, each] of Object.entries(section.less)) {
        const found = isIncidentKind(word, month.plan)
          ? incidentLoss(word, each, facts, month.plan)
          : measuredLoss(word, each, facts, month);
        if (found && 'absent' in found) return found;
        if (found) losses.push(found);
      }
      return within(
        section,
        computed('difference', LABELS.section, [ruled(LABELS.full, section.out_of), ...losses]),
      );
    }
  }
}

function partScore(part: ScorePart, facts: AgentFacts, month: MonthFacts): Reckoning {
  if (part.kind === 'scale') return reckonScale(part.scale, facts, month);
  const found = measure(part.of, facts, month);
  if ('absent' in found) return { measure: part.of, absent: found };
  return { trace: computed('product', LABELS.rated, [ruled(LABELS.rate, part.rate), found.trace]) };
}

const measureOf = (part: ScorePart): string => (part.kind === 'rate' ? part.of : part.scale.of);

/** The deduction for the upheld incidents of one kind, if there are any. */
function incidentLoss(
  kind: string,
  each: ScoreSectionDeduction,
  facts: AgentFacts,
  plan: Plan,
): Trace | undefined {
  const incidents = (facts.incidents ?? []).filter((row: IncidentRow) => row.kind === kind);
  if (incidents.length === 0) return undefined;
  const name = plan.incidents[kind]?.name ?? { en: kind, zh: kind };
  const times = given(name, whole(incidents.length), { rows: incidents.map((row) => row.at) });
  return computed('product', name, [times, ruled(LABELS.each, each)]);
}

/** The deduction for each of a measure. */
function measuredLoss(
  name: string,
  each: ScoreSectionDeduction,
  facts: AgentFacts,
  month: MonthFacts,
): Trace | MissingMeasure {
  const found = measure(name, facts, month);
  if ('absent' in found) return { measure: name, absent: found };
  return computed('product', found.trace.label, [found.trace, ruled(LABELS.each, each)]);
}

type ScoreSectionDeduction = Extract<ScoreSection, { kind: 'less' }>['less'][string];

function within(section: ScoreSection, score: Trace): Trace {
  const cap = section.kind === 'parts' ? section.cap : undefined;
  const capped = cap ? computed('least', LABELS.cap, [score, ruled(LABELS.cap, cap)]) : score;
  const { floor } = section;
  return floor ? computed('greatest', LABELS.floor, [capped, ruled(LABELS.floor, floor)]) : capped;
}
