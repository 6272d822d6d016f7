/** Where each id of a file family stands first, for any number of ids. */

const FIRST_ROOM = 512;

/**
 * A hash table from ids to the place where each was first seen. It keeps ids as bytes outside the heap: a
 * month has a million call ids, whose texts in a Map would take three times the memory, hold on to the file
 * blocks they were cut from, and end at the 2^24 entries of a Map. Ids are compared whole, never by hash alone.
 */
export class FirstPlaces {
  #size = 0;
  /** Index of an entry + 1, or 0; open addressing, never more than half full. */
  #slots = new Uint32Array(FIRST_ROOM * 2);
  #hashes = new Uint32Array(FIRST_ROOM);
  #places = new Float64Array(FIRST_ROOM);
  /** Where an entry's id ends in `#bytes`; it begins where the one before ends. */
  #ends = new Uint32Array(FIRST_ROOM);
  #bytes = new Uint8Array(FIRST_ROOM * 16);

  /** Notes that `id` stands at `place`, unless it was noted before: then gives the first place. */
  note(id: string, place: number): number | undefined {
    const start = this.#endOf(this.#size - 1);
    const end = this.#write(id, start);
    const hash = hashOf(this.#bytes, start, end);
    const slot = this.#find(hash, start, end);
    const found = this.#slots[slot] ?? 0;
    if (found !== 0) return this.#places[found - 1];
    this.#hashes[this.#size] = hash;
    this.#places[this.#size] = place;
    this.#ends[this.#size] = end;
    this.#size += 1;
    this.#slots[slot] = this.#size;
    if (this.#size === this.#hashes.length) this.#grow();
    return undefined;
  }

  #endOf(entry: number): number {
    return entry < 0 ? 0 : (this.#ends[entry] ?? 0);
  }

  /** Writes `id` behind the ids that are kept: ASCII as it is, any other code unit as a mark and two bytes. */
  #write(id: string, start: number): number {
    if (start + id.length * 3 > this.#bytes.length) {
      this.#bytes = copied(this.#bytes, new Uint8Array((start + id.length * 3) * 2));
    }
    const bytes = this.#bytes;
    let end = start;
    for (let index = 0; index < id.length; index += 1) {
      const unit = id.charCodeAt(index);
      if (unit < 0x80) {
        bytes[end++] = unit;
      } else {
        bytes[end++] = 0xff;
        bytes[end++] = unit >> 8;
        bytes[end++] = unit & 0xff;
      }
    }
    return end;
  }

  /** The slot of the id that stands in `#bytes` from `start` to `end`: its own, or the free one for it. */
  #find(hash: number, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let found = this.#slots[slot] ?? 0; found !== 0; found = this.#slots[slot] ?? 0) {
      if (this.#hashes[found - 1] === hash && this.#same(found - 1, start, end)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #same(entry: number, start: number, end: number): boolean {
    const from = this.#endOf(entry - 1);
    if (this.#endOf(entry) - from !== end - start) return false;
    for (let index = 0; index < end - start; index += 1) {
      if (this.#bytes[from + index] !== this.#bytes[start + index]) return false;
    }
    return true;
  }

  #grow(): void {
    const room = this.#hashes.length * 2;
    this.#hashes = copied(this.#hashes, new Uint32Array(room));
    this.#places = copied(this.#places, new Float64Array(room));
    this.#ends = copied(this.#ends, new Uint32Array(room));
    this.#slots = new Uint32Array(room * 2);
    const mask = this.#slots.length - 1;
    for (let entry = 0; entry < this.#size; entry += 1) {
      let slot = (this.#hashes[entry] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = entry + 1;
    }
  }
}

function copied<A extends Uint8Array | Uint32Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** FNV-1a with a last stir, since only the low bits pick the slot. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1) {
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
