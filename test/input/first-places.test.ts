/** Ids are known again, all of them and no others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirstPlaces } from '../../src/input/first-places.js';

describe('first places', () => {
  it('are those that a Map would give', () => {
    const id = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom('', 'a', 'AA', '\u4141', 'ÿ', '\u00ff\u0061', '中'),
    );
    fc.assert(
      fc.property(fc.array(id, { maxLength: 200 }), (ids) => {
        const places = new FirstPlaces();
        const model = new Map<string, number>();
        for (const [place, one] of ids.entries()) {
          expect(places.note(one, place)).toBe(model.get(one));
          if (!model.has(one)) model.set(one, place);
        }
      }),
    );
  });

  it('hold for many ids and for places beyond 32 bits', () => {
    const places = new FirstPlaces();
    for (let index = 0; index < 50_000; index += 1)
      expect(places.note(`C${index}`, index * 2 ** 33)).toBeUndefined();
    for (let index = 0; index < 50_000; index += 999)
      expect(places.note(`C${index}`, 0)).toBe(index * 2 ** 33);
    expect(places.note('C50000', 7)).toBeUndefined();
  });

  it('hold for an id of any length', () => {
    const places = new FirstPlaces();
    const long = 'x'.repeat(3_000_000);
    expect(places.note(long, 1)).toBeUndefined();
    expect(places.note(`${long}y`, 2)).toBeUndefined();
    expect(places.note(long, 3)).toBe(1);
  });
});
