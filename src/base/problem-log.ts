/** Collects problems, so that all of them are told in one go. */
import { byText } from './order.js';
import type { Problem } from './problem.js';

/** How many problems of a code keep the line they stand on, for the listing with a caret. */
const EXCERPTS_PER_CODE = 20;

export class ProblemLog {
  readonly #problems: Problem[] = [];
  readonly #excerpts = new Map<string, number>();
  #errors = 0;

  add(problem: Problem): void {
    if (problem.severity === 'error') this.#errors += 1;
    this.#problems.push(problem);
  }

  addAll(problems: Iterable<Problem>): void {
    for (const problem of problems) this.add(problem);
  }

  /** Whether a further problem of `code` will be shown with its line. Counts the asking as one. */
  wantsExcerpt(code: string): boolean {
    const seen = this.#excerpts.get(code) ?? 0;
    this.#excerpts.set(code, seen + 1);
    return seen < EXCERPTS_PER_CODE;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** All problems by file, line, column and code; errors and warnings mixed, as a reader walks the files. */
  sorted(): Problem[] {
    return this.#problems.toSorted(
      (a, b) =>
        byText(a.place.file, b.place.file) ||
        (a.place.line ?? 0) - (b.place.line ?? 0) ||
        (a.place.column ?? 0) - (b.place.column ?? 0) ||
        byText(a.code, b.code) ||
        byText(a.value ?? '', b.value ?? ''),
    );
  }
}
