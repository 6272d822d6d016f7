/** What stops a command: a WorkspaceFault, or what the operating system refused. */
import { type Problem, problem } from '../base/problem.js';
import { IO_REASONS, WORKSPACE_PROBLEMS } from '../problems/workspace.js';

/** What stops a command before or beside its work: usage, an absent workspace, I/O, a lock. Exit code 2. */
export class WorkspaceFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.explain('en').message);
    this.name = 'WorkspaceFault';
  }
}

export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** What the operating system refused, at `path` where it does not say itself; undefined for any other error. */
export function ioProblem(error: unknown, path = ''): Problem | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const file = 'path' in error ? String(error.path) : path;
  const code = String(error.code);
  const reason = IO_REASONS[code] ?? { en: error.message, zh: error.message };
  return problem(WORKSPACE_PROBLEMS.io, { file }, { code, reason });
}

/** Runs `work` on an open file or folder: its failures do not name it, so this does. */
export function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const found = error instanceof Error && 'path' in error ? undefined : ioProblem(error, path);
    throw found ? new WorkspaceFault(found) : error;
  }
}
