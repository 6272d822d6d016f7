/** Section 6 of the handbook: the score sheet (S-3 … S-7, C-6). */
import { describe, expect, it } from 'vitest';
import {
  agent,
  attendance,
  bands,
  calculate,
  day,
  handbook,
  handbookWith,
  incident,
  messagesOf,
  type Parts,
  resultOf,
  S,
  sales,
  scoresOf,
  target,
  together,
} from './department.js';

const scored = (parts: Parts, goal: number | undefined, plan = handbook): Record<string, string> => {
  const targets = goal === undefined ? [] : [target('agent', 'A1', goal)];
  return scoresOf(calculate(together({ agents: [agent('A1')], targets }, parts), plan), 'A1');
};

describe('telemarketing: 40 × r below the target; 40 + 0.5 per whole percent above it, at most 45', () => {
  const CASES: readonly [number, number, string][] = [
    [0, 150, '0.00'],
    [75, 150, '20.00'],
    [100, 150, '26.67'], // 40 × 100 ÷ 150
    [149, 150, '39.73'],
    [150, 150, '40.00'],
    [151, 150, '40.00'], // 100.67%: no whole percent
    [152, 150, '40.50'], // 101.33%
    [163, 150, '44.00'], // 108.67%
    [164, 150, '44.50'], // 109.33%
    [165, 150, '45.00'], // 110%
    [180, 150, '45.00'], // 120%
    [101, 100, '40.50'],
    [109, 100, '44.50'],
    [110, 100, '45.00'],
    [111, 100, '45.00'],
    [1, 3, '13.33'],
    [2, 3, '26.67'],
    [4, 3, '45.00'],
    // 29 ÷ 28 is 103.57%, a ratio that binary floats blur: 40 + 0.5 × 3
    [29, 28, '41.50'],
  ];
  it.each(CASES)('%i of %i: %s', (counted, goal, expected) => {
    expect(scored(sales('A1', { INFO_2: counted }), goal)['telemarketing']).toBe(expected);
  });

  it('counts all products together, and only what counted', () => {
    const sold = together(sales('A1', { INFO_2: 1, MAIL: 1 }), { signups: sales('A1', { MAIL: 5 }).signups });
    expect(scored(sold, 4)['telemarketing']).toBe('20.00');
  });

  it('at most 95 in all', () => {
    expect(scored(sales('A1', { INFO_2: 9 }), 3)['total']).toBe('95.00');
  });
});

describe('no or zero target: no total, and a warning', () => {
  it.each([[undefined], [0]])('target %s', (goal) => {
    expect(scored({}, goal)).toEqual({ quality: '50.00' });
  });

  it('is told of everyone who is employed', () => {
    const agents = [agent('A1'), agent('A2', { left_on: day('2025-03-31') }), agent('A3')];
    const result = calculate({ agents, targets: [target('agent', 'A3', 1), target('team', 'A1', 5)] });
    expect(messagesOf(result, 'no_target')).toEqual(['A1 has no target, so no monthly score']);
    expect(messagesOf(calculate({ agents, targets: undefined }), 'no_target')).toHaveLength(2);
  });
});

describe('quality and learning: 50 less the deductions, not below 0', () => {
  const times = (kind: string, count: number) => Array.from({ length: count }, () => incident('A1', kind));
  const CASES: readonly [string, readonly ReturnType<typeof incident>[], string][] = [
    ['nothing', [], '50.00'],
    ['S-3: a study session without record', times('no_study_record', 1), '49.00'],
    ['S-4: an incomplete record', times('study_record_incomplete', 1), '49.00'],
    ['S-5: a failed spot check', times('spot_check_failed', 1), '49.00'],
    ['C-6: another point explained wrongly', times('point_wrong', 1), '49.00'],
    ['C-6: a must-say point missed', times('must_say_missed', 1), '48.00'],
    // 1 + 2 × 1 + 3 × 1 + 4 × 1 + 5 × 2 = 20
    [
      'all together',
      [
        ...times('no_study_record', 1),
        ...times('study_record_incomplete', 2),
        ...times('spot_check_failed', 3),
        ...times('point_wrong', 4),
        ...times('must_say_missed', 5),
      ],
      '30.00',
    ],
    ['down to the floor', times('must_say_missed', 25), '0.00'],
    ['not below it', times('must_say_missed', 26), '0.00'],
    [
      'only upheld ones',
      [incident('A1', 'point_wrong', { upheld: 'no' }), incident('A1', 'point_wrong', { upheld: 'pending' })],
      '50.00',
    ],
    ['complaints and forced activations cost money, not points', [...times('complaint', 1)], '50.00'],
    ['each agent’s own', [incident('A2', 'point_wrong')], '50.00'],
  ];
  it.each(CASES)('%s', (_, incidents, expected) => {
    const result = scored({ agents: [agent('A2')], incidents }, 1);
    expect(result).toEqual({ telemarketing: '0.00', quality: expected, total: expected });
  });

  it('without a file of incidents: 50', () => {
    const parts = { agents: [agent('A1')], targets: [target('agent', 'A1', 1)], incidents: undefined };
    expect(scoresOf(calculate(parts), 'A1')['quality']).toBe('50.00');
  });
});

describe('the monthly score', () => {
  it('is rounded once, half-up, at the sum', () => {
    // Two sections of 40 ÷ 3 = 13.333… each: the sum 26.666… is 26.67, rounded parts would give 26.66.
    const section = `{ name: x, clause: S-7, out_of: { value: 50, ${S} }, parts: [{ scale: interpolated, of: attainment, points: [{ at: 0%, pays: 0, ${S} }, { at: 100%, pays: 40, ${S} }], ${S} }] }`;
    const twice = handbookWith({ 'score.sections': `{ telemarketing: ${section}, again: ${section} }` });
    expect(scored(sales('A1', { INFO_2: 1 }), 3, twice)).toEqual({
      telemarketing: '13.33',
      again: '13.33',
      total: '26.67',
    });
  });

  it('is never money', () => {
    const result = calculate({ agents: [agent('A1')], targets: [target('agent', 'A1', 1)] });
    expect(resultOf(result, 'A1').lines).toEqual([]);
  });

  it('can be cut up otherwise by a rule file: bands, another deduction, another floor', () => {
    const plan = handbookWith({
      'score.sections': `{
        volume: { name: volume, clause: S-7, out_of: { value: 60, ${S} },
          parts: [{ scale: lookup, of: counted, ${bands({ 0: '10', 3: '60' })}, ${S} }] },
        conduct: { name: conduct, clause: C-6, out_of: { value: 40, ${S} },
          less: { complaint: { value: 15, ${S} } }, floor: { value: 20, ${S} } } }`,
    });
    const complaints = { incidents: [incident('A1', 'complaint'), incident('A1', 'complaint')] };
    expect(scored(together(sales('A1', { MAIL: 2 }), complaints), undefined, plan)).toEqual({
      volume: '10.00',
      conduct: '20.00',
      total: '30.00',
    });
    expect(scored(sales('A1', { MAIL: 3 }), undefined, plan)).toEqual({
      volume: '60.00',
      conduct: '40.00',
      total: '100.00',
    });
  });

  it('weighs measures, and takes points off for each of a measure', () => {
    const plan = handbookWith({
      'score.sections': `{
        volume: { name: volume, clause: S-7, out_of: { value: 60, ${S} },
          parts: [{ rate: 60%, of: counted, ${S} }], cap: { value: 1.5, ${S} } },
        conduct: { name: conduct, clause: C-6, out_of: { value: 10, ${S} },
          less: { complaint: { value: 2, ${S} }, late_days: { value: 1.5, ${S} } }, floor: { value: 0, ${S} } } }`,
    });
    const late = { attendance: [attendance('A1', '2025-04-01', { status: 'late' })] };
    const conduct = { ...late, incidents: [incident('A1', 'complaint')] };
    // 60% × 2; 10 − 2 − 1.5
    expect(scored(together(sales('A1', { MAIL: 2 }), conduct), undefined, plan)).toEqual({
      volume: '1.20',
      conduct: '6.50',
      total: '7.70',
    });
    // 60% × 3 = 1.8, at most 1.5
    expect(scored(sales('A1', { MAIL: 3 }), undefined, plan)).toEqual({
      volume: '1.50',
      conduct: '10.00',
      total: '11.50',
    });
  });

  it('is none where the plan has no score sheet', () => {
    const plan = handbookWith({ score: undefined });
    expect(resultOf(calculate({ agents: [agent('A1')] }, plan), 'A1').score).toBeUndefined();
  });
});
