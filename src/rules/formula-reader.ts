/** Reads formulas: their text by the grammar that most languages share, then what of it formulas have. */
import {
  type Expression,
  parseExpressionAt,
  type SpreadElement,
  type PrivateIdentifier,
  type Super,
} from 'acorn';
import { parseDecimal, ZERO } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, unknownWord } from './fault.js';
import type { Formula, Test } from './formula.js';
import { insteadIn, insteadOfWord } from './formula-habits.js';
import { doubtfulNumberIn } from './formula-numbers.js';
import { percentageIn } from './formula-percentage.js';
import {
  COMPARISONS,
  FUNCTIONS,
  isKnown,
  MODE_OF_FUNCTION,
  OF_FUNCTION,
  OPERATIONS,
} from './formula-words.js';

/** No rule needs more, and reading one must not take long. */
const LONGEST = 1000;

type Node = Expression | SpreadElement | PrivateIdentifier | Super;
type CallExpression = Extract<Node, { type: 'CallExpression' }>;

/** The formula that `text` is, or what is wrong with it. */
export function parseFormula(text: string): Formula | Fault {
  if (text.length > LONGEST) return Fault.of(RULE_PROBLEMS.formula_too_long, { most: LONGEST });
  const doubtful = doubtfulNumberIn(text);
  if (doubtful) return Fault.of(RULE_PROBLEMS.doubtful_number, doubtful);
  try {
    const node = parseExpressionAt(text, 0, { ecmaVersion: 2022 });
    const rest = text.slice(node.end).trimStart();
    if (rest !== '') return unread(text, text.length - rest.length);
    return new FormulaReader(text).number(node);
  } catch (error) {
    if (error instanceof Unread) return error.fault;
    if (error instanceof SyntaxError && 'pos' in error && typeof error.pos === 'number') {
      return unread(text, error.pos);
    }
    throw error;
  }
}

const unread = (text: string, at: number): Fault =>
  Fault.of(RULE_PROBLEMS.formula_not_understood, {
    rest: text.slice(at, at + 20),
    character: at + 1,
    percentage: percentageIn(text),
    instead: insteadIn(text),
  });

/** A part of a formula that is not what its place wants. */
class Unread extends Error {
  constructor(readonly fault: Fault) {
    super('unread formula');
  }
}

class FormulaReader {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  #text(node: Node): string {
    return this.#source.slice(node.start, node.end);
  }

  #refuse(node: Node, wanted: 'number' | 'condition'): never {
    const text = this.#text(node);
    const operator = 'operator' in node && !isKnown(node.operator) ? node.operator : undefined;
    const percentage = operator === '%' ? percentageIn(text) : undefined;
    const params = { text, wanted, character: node.start + 1, percentage, operator };
    throw new Unread(Fault.of(RULE_PROBLEMS.formula_part, params));
  }

  number(node: Node): Formula {
    const text = this.#text(node);
    switch (node.type) {
      case 'Literal': {
        const value = node.raw === undefined ? undefined : parseDecimal(node.raw);
        return value ? { kind: 'number', text, value } : this.#refuse(node, 'number');
      }
      case 'Identifier':
        return { kind: 'measure', text, name: node.name };
      case 'UnaryExpression': {
        if (node.operator !== '-') return this.#refuse(node, 'number');
        const zero: Formula = { kind: 'number', text: '0', value: ZERO };
        return {
          kind: 'operation',
          text,
          operation: 'difference',
          parts: [zero, this.number(node.argument)],
        };
      }
      case 'BinaryExpression': {
        const operation = OPERATIONS[node.operator];
        if (!operation) return this.#refuse(node, 'number');
        return {
          kind: 'operation',
          text,
          operation,
          parts: [this.number(node.left), this.number(node.right)],
        };
      }
      case 'ConditionalExpression':
        return {
          kind: 'choice',
          text,
          test: this.test(node.test),
          holds: this.number(node.consequent),
          otherwise: this.number(node.alternate),
        };
      case 'CallExpression':
        return this.#call(node, text);
      default:
        return this.#refuse(node, 'number');
    }
  }

  #call(node: CallExpression, text: string): Formula {
    const { callee } = node;
    const name = callee.type === 'Identifier' ? callee.name : this.#text(callee);
    if (!Object.hasOwn(FUNCTIONS, name)) {
      const params = { ...unknownWord(name, Object.keys(FUNCTIONS)), instead: insteadOfWord(name) };
      throw new Unread(Fault.of(RULE_PROBLEMS.unknown_function, params));
    }
    this.#countArguments(name, node);
    if (name === 'has') return this.#refuse(node, 'number');
    if (name === 'so_far') return { kind: 'so_far', text, name: this.#nameIn(name, node) };
    const parts = node.arguments.map((part) => this.number(part));
    const operation = OF_FUNCTION[name];
    if (operation) return { kind: 'operation', text, operation, parts };
    const mode = MODE_OF_FUNCTION[name];
    const [of, places] = parts;
    // Without a second part it rounds to whole numbers.
    const digit = !places ? '0' : places.kind === 'number' ? places.text : '';
    if (!of || !mode || !/^[0-9]$/.test(digit)) return this.#refuse(node, 'number');
    return { kind: 'round', text, of, places: Number(digit), mode };
  }

  /** Refuses a function that is given too few or too many. */
  #countArguments(name: string, { arguments: { length: found } }: CallExpression): void {
    const arity = FUNCTIONS[name];
    if (!arity || (found >= arity.least && found <= arity.most)) return;
    throw new Unread(Fault.of(RULE_PROBLEMS.formula_arguments, { name, ...arity, found }));
  }

  /** The measure that a function is told by its name. */
  #nameIn(asker: string, { arguments: [only] }: CallExpression): string {
    if (only?.type === 'Identifier') return only.name;
    const params = { asker, text: only ? this.#text(only) : '' };
    throw new Unread(Fault.of(RULE_PROBLEMS.name_wanted, params));
  }

  test(node: Node): Test {
    const text = this.#text(node);
    if (node.type === 'CallExpression' && this.#text(node.callee) === 'has') {
      this.#countArguments('has', node);
      return { kind: 'has', text, name: this.#nameIn('has', node) };
    }
    if (node.type === 'LogicalExpression' && node.operator !== '??') {
      const kind = node.operator === '&&' ? 'all' : 'any';
      return { kind, text, parts: [this.test(node.left), this.test(node.right)] };
    }
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      return { kind: 'not', text, of: this.test(node.argument) };
    }
    if (node.type !== 'BinaryExpression') return this.#refuse(node, 'condition');
    const comparison = COMPARISONS.find((one) => one === node.operator);
    if (!comparison) return this.#refuse(node, 'condition');
    return {
      kind: 'comparison',
      text,
      comparison,
      left: this.number(node.left),
      right: this.number(node.right),
    };
  }
}
