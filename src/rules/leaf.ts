/** The tree of a rule file with its marks taken off the mappings and put on the values. */
import type { Place } from '../base/problem.js';
import { inline, type YamlNode } from '../yaml/tree.js';
import type { Mark } from './mark.js';
import type { Reference, ReferenceKind } from './references.js';

/** A scalar, or a list of scalars, with the mark that covers it if one does. */
export class Leaf {
  constructor(
    readonly node: YamlNode,
    readonly path: string,
    readonly mark: Mark | undefined,
    readonly references: Reference[],
  ) {}

  get at(): Place {
    return this.node.at;
  }

  /** As it is written: `2.5`, `[present, late]`. */
  get text(): string {
    return inline(this.node);
  }

  /** The text of a scalar; undefined for a list. */
  get scalar(): string | undefined {
    return this.node.kind === 'scalar' ? this.node.text : undefined;
  }

  /** The scalars of a list; undefined for a scalar. */
  get items(): Leaf[] | undefined {
    if (this.node.kind !== 'list') return undefined;
    return this.node.items.map(
      (item, index) => new Leaf(item, step(this.path, index + 1), this.mark, this.references),
    );
  }

  /** Notes that this scalar names something that the rule file must declare. */
  refersTo(kind: ReferenceKind): void {
    if (this.scalar !== undefined) this.references.push({ kind, id: this.scalar, at: this.at });
  }
}

export type Marked = Leaf | Marked[] | { [key: string]: Marked };

/** The path of what stands under `key` of what stands at `path`; items of lists count from 1. */
export const step = (path: string, key: string | number): string =>
  path === '' ? String(key) : `${path}.${key}`;
