/**
 * Formulas: arithmetic over measures, for what no other form of a rule says. The operators are those of CEL
 * (and of most languages); every number is the exact decimal that is written, `/` is exact, and nothing is
 * rounded but by the functions that say so. Numbers and conditions are told apart while a formula is read, so that none fails
 * for its types when it is computed.
 */
import {
  type Expression,
  parseExpressionAt,
  type SpreadElement,
  type PrivateIdentifier,
  type Super,
} from 'acorn';
import { type Exact, parseDecimal, type RoundingMode, ZERO } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, unknownWord } from './fault.js';
import { percentageIn } from './formula-percentage.js';

/** A part of a formula that is a number; `text` is how the formula writes it. */
export type Formula =
  | { readonly kind: 'number'; readonly text: string; readonly value: Exact }
  | { readonly kind: 'measure'; readonly text: string; readonly name: string }
  | {
      readonly kind: 'operation';
      readonly text: string;
      readonly operation: Operation;
      readonly parts: readonly Formula[];
    }
  | {
      readonly kind: 'round';
      readonly text: string;
      readonly of: Formula;
      readonly places: number;
      readonly mode: RoundingMode;
    }
  | {
      readonly kind: 'choice';
      readonly text: string;
      readonly test: Test;
      readonly holds: Formula;
      readonly otherwise: Formula;
    };

export type Operation =
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'remainder'
  | 'least'
  | 'greatest'
  | 'whole_part'
  | 'absolute';

/** A part of a formula that holds or does not. */
export type Test =
  | {
      readonly kind: 'comparison';
      readonly text: string;
      readonly comparison: Comparison;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'all' | 'any'; readonly text: string; readonly parts: readonly Test[] }
  | { readonly kind: 'not'; readonly text: string; readonly of: Test };

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

const OPERATIONS: Readonly<Record<string, Operation>> = {
  '+': 'sum',
  '-': 'difference',
  '*': 'product',
  '/': 'quotient',
};
const COMPARISONS: readonly Comparison[] = ['==', '!=', '<', '<=', '>', '>='];

const isKnown = (operator: string): boolean =>
  Object.hasOwn(OPERATIONS, operator) ||
  COMPARISONS.some((one) => one === operator) ||
  ['&&', '||', '!'].includes(operator);

/** The number of the transaction, day or week in the month: a name that only formulas under `each` know. */
export const ORDINAL = 'ordinal';

/** The functions, with how many numbers each takes. */
const FUNCTIONS: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  min: { least: 2, most: 20 },
  max: { least: 2, most: 20 },
  mod: { least: 2, most: 2 },
  floor: { least: 1, most: 1 },
  ceil: { least: 1, most: 1 },
  abs: { least: 1, most: 1 },
  round: { least: 2, most: 2 },
  round_half_even: { least: 2, most: 2 },
  round_down: { least: 2, most: 2 },
  round_up: { least: 2, most: 2 },
};
const OF_FUNCTION: Readonly<Record<string, Operation>> = {
  min: 'least',
  max: 'greatest',
  mod: 'remainder',
  floor: 'whole_part',
  abs: 'absolute',
};
/** The functions that round, with their modes; `round_down` and `round_up` are those of spreadsheets. */
const MODE_OF_FUNCTION: Readonly<Record<string, RoundingMode>> = {
  ceil: 'ceiling',
  round: 'half_up',
  round_half_even: 'half_even',
  round_down: 'down',
  round_up: 'up',
};

/** No rule needs more, and reading one must not take long. */
const LONGEST = 1000;

type Node = Expression | SpreadElement | PrivateIdentifier | Super;

/** The formula that `text` is, or what is wrong with it. */
export function parseFormula(text: string): Formula | Fault {
  if (text.length > LONGEST) return Fault.of(RULE_PROBLEMS.formula_too_long, { most: LONGEST });
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

  #call(node: Extract<Node, { type: 'CallExpression' }>, text: string): Formula {
    const { callee } = node;
    const name = callee.type === 'Identifier' ? callee.name : this.#text(callee);
    const arity = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!arity) {
      throw new Unread(Fault.of(RULE_PROBLEMS.unknown_function, unknownWord(name, Object.keys(FUNCTIONS))));
    }
    if (node.arguments.length < arity.least || node.arguments.length > arity.most) {
      throw new Unread(
        Fault.of(RULE_PROBLEMS.formula_arguments, { name, ...arity, found: node.arguments.length }),
      );
    }
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

  test(node: Node): Test {
    const text = this.#text(node);
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

/** The measures that a formula names, each once. */
export function measuresIn(formula: Formula): string[] {
  return [...new Set(namesIn(formula))];
}

/** The measures that a formula names, as often as it names them. */
export function namesIn(formula: Formula): string[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'measure':
      return [formula.name];
    case 'operation':
      return formula.parts.flatMap(namesIn);
    case 'round':
      return namesIn(formula.of);
    case 'choice':
      return [...namesInTest(formula.test), ...namesIn(formula.holds), ...namesIn(formula.otherwise)];
  }
}

function namesInTest(test: Test): string[] {
  switch (test.kind) {
    case 'comparison':
      return [...namesIn(test.left), ...namesIn(test.right)];
    case 'all':
    case 'any':
      return test.parts.flatMap(namesInTest);
    case 'not':
      return namesInTest(test.of);
  }
}
