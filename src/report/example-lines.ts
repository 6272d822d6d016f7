/** The pay lines behind an example that does not come out, shorter than an explanation of each. */
import type { Language } from '../base/localized.js';
import type { AppliedLine } from '../calc/payslip.js';
import type { Trace } from '../calc/trace.js';
import type { Plan } from '../rules/plan.js';
import { lineText } from './explain-agent.js';

/** Lines that are told in the same words stand once, with their number; what several rest on is told once. */
export function exampleLines(lines: readonly AppliedLine[], plan: Plan, language: Language): string[] {
  const alike = new Map<string, { readonly line: AppliedLine; count: number }>();
  for (const line of lines.map(withoutIdleGuard)) {
    const words = lineText(line, plan, language).join('\n').replace(line.line_id, line.component);
    const known = alike.get(words);
    if (known) known.count += 1;
    else alike.set(words, { line, count: 1 });
  }
  const told = new Set<Trace>();
  return [...alike.values()].flatMap(({ line, count }) => {
    const [head = '', ...below] = lineText(line, plan, language, told);
    return [count > 1 ? `${count} × ${head}` : head, ...below];
  });
}

/** A guard that lets all of a line through has no part in what it comes to. */
function withoutIdleGuard(line: AppliedLine): AppliedLine {
  if (!line.guard || !line.applied.equals(line.amount)) return line;
  return { ...line, guard: line.trace };
}
