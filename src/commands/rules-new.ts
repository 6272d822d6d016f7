/** `telepay rules new`: a rule file copied as the beginning of a later one. */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Language, Localized } from '../base/localized.js';
import { firstDay, monthOf, parseIsoDate, type PlainDate } from '../base/period.js';
import { problem } from '../base/problem.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { printableLines } from '../report/printable.js';
import { canMeet } from '../rules/applies-to.js';
import { draftText, draftVersion } from '../rules/draft.js';
import { type LoadedPlan, loadPlan } from '../rules/load.js';
import { isCode, naming, WorkspaceFault } from '../workspace/fault.js';
import { writeNew } from '../workspace/files.js';
import { shownPath, type Workspace } from '../workspace/workspace.js';
import { namedRules, soundRules } from './named-rules.js';
import { type CommandResult, problemsData, refusal } from './outcome.js';

export interface RulesNewRequest {
  readonly workspace: Workspace;
  /** The file or version that is copied, as the user wrote it and as a path. */
  readonly from: { readonly given: string; readonly path: string };
  readonly effective: string;
  /** Left out: `drafts/VERSION.yaml` among the rules, where no month is paid by it yet. */
  readonly out: string | undefined;
  readonly language: Language;
}

export function newRules({ workspace, from, effective, out, language }: RulesNewRequest): CommandResult {
  const date = firstOfMonth(effective);
  const source = namedRules(workspace, from.given, from.path);
  if ('problems' in source) return refusal(source.problems, language);
  const version = draftVersion(source.plan.version, date);
  refuseTaken(workspace, source, version, date);
  const rules = join(workspace.folder, workspace.settings.rules);
  const path = out ?? join(rules, 'drafts', `${version}.yaml`);
  const text = withSchema(draftText(source, version, date), dirname(path), rules);
  write(path, text);
  const file = shownPath(workspace, path);
  const reading = loadPlan(Buffer.from(text), file);
  const problems = 'problems' in reading ? reading.problems : [];
  const isAside = dirname(path) !== rules;
  return {
    text: printableLines([
      ...writtenText(file, source.file, { version, date, isAside }, language),
      ...(problems.length > 0 ? [WRONG_NOW[language]] : []),
    ]),
    data: {
      refused: false,
      file,
      version,
      effective_from: date,
      from: source.file,
      problems: problemsData(problems, language),
    },
    problems,
    notices: [],
    refused: false,
  };
}

/** Such as the days of examples, which lie in the month of before. */
const WRONG_NOW: Localized = {
  en: 'The new date makes some of it wrong: mend what is told of it before you use it.',
  zh: '日期改变后有几处不再成立：使用前请按提示修改。',
};

/** Throws a WorkspaceFault where it is no first of a month. */
function firstOfMonth(given: string): PlainDate {
  const date = parseIsoDate(given);
  if (date?.endsWith('-01')) return date;
  const first = date && firstDay(monthOf(date));
  throw new WorkspaceFault(
    problem(
      WORKSPACE_PROBLEMS.draft_within_month,
      { file: '--effective' },
      { given, first },
      { value: given },
    ),
  );
}

/** Throws a WorkspaceFault where another file of the workspace has the date for the same people, or the version. */
function refuseTaken(workspace: Workspace, source: LoadedPlan, version: string, date: PlainDate): void {
  for (const { plan, file } of soundRules(workspace)) {
    if (plan.effective_from === date && canMeet(plan.applies_to, source.plan.applies_to)) {
      const params = { date, file, version: plan.version };
      throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.draft_date_taken, { file }, params));
    }
    if (plan.version === version)
      throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.draft_version_taken, { file }, { version, file }));
  }
}

/** The comment by which editors find the schema, as it is from the draft's folder. */
function withSchema(text: string, folder: string, rules: string): string {
  const line = /^(# yaml-language-server: \$schema=)(\.\/[^\s/]+)/m;
  return text.replace(line, (_, key: string, schema: string) => {
    const path = relative(folder, join(rules, basename(schema))).replaceAll('\\', '/');
    return `${key}${path.startsWith('.') ? path : `./${path}`}`;
  });
}

function write(path: string, text: string): void {
  const exists = (): WorkspaceFault =>
    new WorkspaceFault(problem(WORKSPACE_PROBLEMS.draft_exists, { file: path }, { path }));
  if (existsSync(path)) throw exists();
  naming(dirname(path), () => mkdirSync(dirname(path), { recursive: true }));
  try {
    writeNew(path, text);
  } catch (error) {
    throw isCode(error, 'EEXIST') ? exists() : error;
  }
}

function writtenText(
  file: string,
  from: string,
  { version, date, isAside }: { version: string; date: PlainDate; isAside: boolean },
  language: Language,
): string[] {
  const first = {
    en: `${file}: a copy of ${from}, version ${version}, from ${date} on`,
    zh: `${file}：由 ${from} 复制，版本 ${version}，自 ${date} 起执行`,
  };
  const aside = {
    en: `No month is paid by it while it lies there. Move it among the rules once it is signed.`,
    zh: '放在此处时不用于计算任何月份；签字确认后再移入规则文件夹。',
  };
  const inForce = {
    en: `It lies among the rules: months from ${date} on are computed by it from now on.`,
    zh: `它在规则文件夹中：${date} 起的月份从现在起按它计算。`,
  };
  return [first[language], (isAside ? aside : inForce)[language]];
}
