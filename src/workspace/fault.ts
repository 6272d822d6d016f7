import type { Problem } from '../base/problem.js';

/** What stops a command before or beside its work: usage, an absent workspace, I/O, a lock. Exit code 2. */
export class WorkspaceFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.explain('en').message);
    this.name = 'WorkspaceFault';
  }
}
