/** The one order of texts (ids, names of products): by code point, the same on every machine and locale. */
export function byText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return weight(a) - weight(b);
  }
  return left.length - right.length;
}

/** Lifts surrogates above all other code units, so that UTF-16 compares as code points do. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** An order of things by texts drawn from them, the first text first. */
export function byKeys<T>(...keys: ((item: T) => string)[]): (left: T, right: T) => number {
  return (left, right) => {
    for (const key of keys) {
      const order = byText(key(left), key(right));
      if (order !== 0) return order;
    }
    return 0;
  };
}

/**
 * The order in which people count numbered things: D2 before D10. Runs of the digits 0 to 9 compare as the numbers
 * that they are, all else by code point; what is equal by that (D2 and D02) as texts.
 */
export function byNumbersWithin(left: string, right: string): number {
  const [a, b] = [piecesOf(left), piecesOf(right)];
  for (const [index, piece] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = byPiece(piece, other);
    if (order !== 0) return order;
  }
  return a.length - b.length || byText(left, right);
}

/** Runs of digits, and single characters. */
const piecesOf = (text: string): readonly string[] => text.match(/[0-9]+|[^0-9]/gsu) ?? [];

/** A run of digits lies where a digit does among other characters. */
function byPiece(left: string, right: string): number {
  if (!isRun(left) || !isRun(right)) return byText(left, right);
  const [a, b] = [left.replace(/^0+/, ''), right.replace(/^0+/, '')];
  return a.length - b.length || byText(a, b);
}

const isRun = (piece: string): boolean => /^[0-9]/.test(piece);
