/** Random changes of rule files: other numbers, and what the text may also mean. */
import fc from 'fast-check';
import type { Mark, Value } from '../../src/rules/mark.js';
import { type LoadedPlan, loadPlan } from '../../src/rules/load.js';
import { valuesOf } from '../../src/rules/values.js';

/** Which of the file's values, and what to make of it. */
interface Edit {
  readonly which: number;
  readonly to: number;
}

export const anyEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ which: fc.nat(), to: fc.nat(9) }),
  { minLength: 1, maxLength: 6 },
);

const alternatives = (mark: Mark): readonly string[] => (mark.kind === 'assumed' ? mark.alternatives : []);

/** The values that an edit can change: those that are numbers, and those that may mean something else. */
export const editable = (file: LoadedPlan): readonly Value<unknown>[] =>
  valuesOf(file.plan).filter(
    ({ text, mark }) => /^\d+(\.\d+)?%?$/.test(text) || alternatives(mark).length > 0,
  );

/** The file with each of the edits that leaves it sound. */
export function edited(file: LoadedPlan, edits: readonly Edit[]): LoadedPlan {
  return edits.reduce((before, edit) => withEdit(before, edit) ?? before, file);
}

function withEdit(file: LoadedPlan, { which, to }: Edit): LoadedPlan | undefined {
  const values = editable(file);
  const value = values[which % values.length];
  if (!value) return undefined;
  const others = alternatives(value.mark);
  const written = others[to % Math.max(others.length, 1)] ?? numberLike(value.text, to);
  const lines = new TextDecoder().decode(file.bytes).split('\n');
  const { line = 0, column = 0 } = value.at;
  const before = lines[line - 1] ?? '';
  const start = before.indexOf(value.text, column - 1);
  if (start === -1) return undefined;
  lines[line - 1] = `${before.slice(0, start)}${written}${before.slice(start + value.text.length)}`;
  const reading = loadPlan(new TextEncoder().encode(lines.join('\n')), 'edited.yaml');
  return 'plan' in reading ? reading : undefined;
}

const numberLike = (text: string, to: number): string =>
  text.endsWith('%') ? `${to}0%` : text.includes('.') ? `${to}.5` : String(to);
