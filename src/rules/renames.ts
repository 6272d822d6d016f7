/** Entries of a rule file that another one has under another name, saying the very same. */
import { type RuleLeaf, type RuleMap, type RuleNode, saysOf } from './rule-tree.js';

export interface Rename {
  /** The keys of the table: `measures`, `score.sections`. */
  readonly table: string;
  readonly before: string;
  readonly after: string;
}

/** Tables with the sections in which their entries are named. */
const NAMED_IN: Readonly<Record<string, readonly string[]>> = {
  'counting.bases': ['products'],
  incidents: ['counting', 'components', 'score', 'measures'],
  tests: ['components', 'measures'],
  products: ['products', 'measures'],
  measures: ['measures', 'components', 'score'],
  components: ['measures'],
  'score.sections': [],
  'grades.levels': [],
};

/** The tables whose entries have names of their own. */
export const TABLES: readonly string[] = Object.keys(NAMED_IN);

/** Keys under which no entry is named. */
const WORDS = new Set(['name', 'clause', 'column', 'roles', 'class']);

/** The old tree with the names of the new one for what is only called otherwise there, and which these are. */
export function renamed(before: RuleNode, after: RuleNode): { tree: RuleNode; renames: Rename[] } {
  let tree = before;
  const renames: Rename[] = [];
  // What is built on something renamed is found once that is called the same.
  for (let found = nextRename(tree, after); found; found = nextRename(tree, after)) {
    renames.push(found);
    tree = apply(tree, found);
  }
  return { tree, renames };
}

export function tableAt(root: RuleNode, table: string): RuleMap | undefined {
  let node: RuleNode | undefined = root;
  for (const key of table.split('.')) node = node?.kind === 'map' ? node.entries.get(key) : undefined;
  return node?.kind === 'map' ? node : undefined;
}

function nextRename(before: RuleNode, after: RuleNode): Rename | undefined {
  for (const table of TABLES) {
    const [old, now] = [tableAt(before, table), tableAt(after, table)];
    if (!old || !now) continue;
    const gone = missingIn(old, now);
    const come = missingIn(now, old);
    for (const [name, says] of gone) {
      const same = come.filter(([, one]) => one === says);
      const others = gone.filter(([, one]) => one === says);
      const [only] = same;
      if (only && same.length === 1 && others.length === 1) return { table, before: name, after: only[0] };
    }
  }
  return undefined;
}

/** The entries that the other table has not, with what they say. */
const missingIn = (table: RuleMap, other: RuleMap): [string, string][] =>
  [...table.entries].flatMap(([name, node]): [string, string][] =>
    other.entries.has(name) ? [] : [[name, saysOf(node, name)]],
  );

function apply(tree: RuleNode, { table, before, after }: Rename): RuleNode {
  if (tree.kind !== 'map') return tree;
  const sections = NAMED_IN[table] ?? [];
  const entries = [...tree.entries].map(([section, node]): [string, RuleNode] => {
    const inside = sections.includes(section) ? calling(node, before, after) : node;
    return [
      section,
      withKey(inside, table.split('.').slice(1), before, after, section === table.split('.')[0]),
    ];
  });
  return { ...tree, entries: new Map(entries) };
}

/** The node with a key of the table at these steps called otherwise. */
function withKey(
  node: RuleNode,
  [step, ...rest]: readonly string[],
  before: string,
  after: string,
  isThere: boolean,
): RuleNode {
  if (!isThere || node.kind !== 'map') return node;
  const entries = [...node.entries].map(([key, part]): [string, RuleNode] => {
    if (step === undefined) return key === before ? [after, calledSo(part, before, after)] : [key, part];
    return [key, key === step ? withKey(part, rest, before, after, true) : part];
  });
  return { ...node, entries: new Map(entries) };
}

/** An entry whose name for people was its key. */
function calledSo(entry: RuleNode, before: string, after: string): RuleNode {
  const name = entry.kind === 'map' ? entry.entries.get('name') : undefined;
  if (entry.kind !== 'map' || name?.kind !== 'leaf' || name.text !== before) return entry;
  return { ...entry, entries: new Map([...entry.entries, ['name', callingLeaf(name, before, after)]]) };
}

/** The node with every naming of an entry called otherwise. */
function calling(node: RuleNode, before: string, after: string): RuleNode {
  switch (node.kind) {
    case 'leaf':
      return callingLeaf(node, before, after);
    case 'list':
      return { ...node, items: node.items.map((item) => calling(item, before, after)) };
    case 'map':
      return {
        ...node,
        entries: new Map(
          [...node.entries].map(([key, part]) => [key, WORDS.has(key) ? part : calling(part, before, after)]),
        ),
      };
  }
}

const callingLeaf = (leaf: RuleLeaf, before: string, after: string): RuleLeaf => ({
  ...leaf,
  means: leaf.means.replaceAll(JSON.stringify(before), () => JSON.stringify(after)),
});
