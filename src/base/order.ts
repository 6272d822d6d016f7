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
