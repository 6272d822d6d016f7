/** A YAML text that is looked at in several ways while it is changed; each is reckoned when it is first asked for. */
import { commentsIn } from './comments.js';
import { parseText } from './parsed.js';
import { readYaml } from './read.js';
import type { YamlNode } from './tree.js';

export class YamlSource {
  #contents: { readonly node: unknown } | undefined;
  #reading: { readonly root: YamlNode | undefined } | undefined;
  #comments: string | undefined;

  /** `text`: without a byte order mark. */
  constructor(readonly text: string) {}

  /** The parser's node of the whole text, which knows its range. */
  get contents(): unknown {
    this.#contents ??= { node: parseText(this.text).contents };
    return this.#contents.node;
  }

  /** What the text says; undefined where it can't be read. */
  get root(): YamlNode | undefined {
    this.#reading ??= { root: rootOf(this.text) };
    return this.#reading.root;
  }

  /** All comments in order, a line each. */
  get comments(): string {
    this.#comments ??= commentsIn(this.text).join('\n');
    return this.#comments;
  }
}

function rootOf(text: string): YamlNode | undefined {
  const reading = readYaml(new TextEncoder().encode(text), '');
  return 'root' in reading ? reading.root : undefined;
}
