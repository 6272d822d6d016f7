import { describe, expect, it } from 'vitest';
import { rulesInForce } from '../../src/rules/in-force.js';
import type { LoadedPlan } from '../../src/rules/load.js';
import { load, month, ruleFile } from './rule-files.js';

const version = (name: string, from: string): LoadedPlan =>
  load(ruleFile({ version: `"${name}"`, effective_from: from }), `rules/${name}.yaml`);

const APRIL = version('2025.04', '2025-04-01');
const JULY = version('2025.07', '2025-07-01');

function chosen(loaded: readonly LoadedPlan[], of: string): string {
  const found = rulesInForce(loaded, month(of), 'rules');
  if ('problems' in found) return found.problems.map(({ code, place }) => `${code} ${place.file}`).join(', ');
  return found.map(({ plan }) => plan.version).join(' + ');
}

describe('the rule file in force', () => {
  it.each([
    ['2025-04', '2025.04'], // its own first month
    ['2025-06', '2025.04'], // the last before the next
    ['2025-07', '2025.07'],
    ['2031-01', '2025.07'],
    ['2025-03', 'E0661 rules'], // before the first
  ])('of %s is %s', (of, expected) => {
    expect(chosen([APRIL, JULY], of)).toBe(expected);
    expect(chosen([JULY, APRIL], of)).toBe(expected);
  });

  it('is missing from an empty folder', () => {
    expect(chosen([], '2025-04')).toBe('E0661 rules');
  });

  it('must be one of its date, whatever month is asked for', () => {
    expect(chosen([APRIL, JULY, version('draft', '2025-07-01')], '2025-04')).toBe('E0662 rules/draft.yaml');
  });

  it('must be one of its version', () => {
    const copy = { ...version('2025.04', '2025-08-01'), file: 'rules/copy.yaml' };
    expect(chosen([APRIL, JULY, copy], '2025-04')).toBe('E0663 rules/copy.yaml');
  });
});
