/** Where payment files lie: in a folder of their own, apart from what `run` and `grade` replace whole. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Month } from '../base/period.js';
import { problem } from '../base/problem.js';
import { sha256 } from '../ledger/manifest.js';
import { PAYROLL_PROBLEMS } from '../problems/payroll.js';
import { naming, WorkspaceFault } from '../workspace/fault.js';
import { privateFolder } from '../workspace/files.js';
import { asOnlyWriter, replaceFile } from '../workspace/folder.js';
import { requireLastingFolder, requireOutFolder } from '../workspace/out-folder.js';
import { outRoot, type Workspace } from '../workspace/workspace.js';

/** A draft is marked in its name, so that it is not handed in for the real one. */
export const paymentFileName = (month: Month, template: string, draft: boolean): string =>
  `${month}-${template}${draft ? '.DRAFT' : ''}.csv`;

interface Place {
  readonly workspace: Workspace;
  readonly month: Month;
  readonly out: string | undefined;
}

/** Runs `work` as the only writer of the payment files, in `out` or in the workspace's own out/. */
export async function writingPayments<T>(
  { workspace, month, out }: Place,
  name: string,
  work: (file: PaymentFile) => T,
): Promise<T> {
  const root = outRoot(workspace);
  if (out === undefined) privateFolder(root);
  else {
    requireOutFolder(workspace, out);
    requireLastingFolder(workspace, out);
  }
  const folder = out ?? join(root, `${month}-export`);
  return asOnlyWriter(folder, () => {
    privateFolder(folder);
    return work(new PaymentFile(folder, name));
  });
}

export class PaymentFile {
  constructor(
    readonly folder: string,
    readonly name: string,
  ) {}

  get path(): string {
    return join(this.folder, this.name);
  }

  /** Refuses to replace what is none of the files with these hashes. */
  requireKnown(hashes: readonly string[]): void {
    const { path } = this;
    if (!existsSync(path) || hashes.includes(sha256(naming(path, () => readFileSync(path))))) return;
    throw new WorkspaceFault(problem(PAYROLL_PROBLEMS.not_exported, { file: path }, { file: path }));
  }

  write(bytes: Uint8Array): void {
    replaceFile(this.folder, this.path, bytes);
  }
}
