/**
 * What the directory of a ZIP archive says about its entries, looked at before any of them is unpacked: how many there
 * are and how large they become (APPNOTE.TXT 4.3.12 and 4.3.16). A small file can claim gigabytes.
 */

/** How much a workbook may hold. */
export interface WorkbookLimits {
  /** Files in the archive. */
  readonly entries: number;
  /** Bytes of all of them together once unpacked. */
  readonly unpacked: number;
}

/** `no_archive`: not a ZIP file, or a damaged one; `too_large`: beyond the limits, or it does not say how large. */
export type DirectoryFault = 'no_archive' | 'too_large';

const END = 0x06054b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** In the place of numbers that stand in a ZIP64 record: no workbook of a sensible size has one. */
const ZIP64 = 0xffffffff;
const ZIP64_COUNT = 0xffff;
/** What compressing nothing leaves. */
const NOTHING_COMPRESSED = 2;

/** Why the archive must not be unpacked; undefined where it can. What unpacks it must hold each entry to its size. */
export function directoryFault(bytes: Uint8Array, limits: WorkbookLimits): DirectoryFault | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return 'no_archive';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === ZIP64_COUNT || at === ZIP64 || count > limits.entries) return 'too_large';
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) return 'no_archive';
    const size = sizeAt(view, at);
    if (size === undefined) return 'too_large';
    unpacked += size;
    if (unpacked > limits.unpacked) return 'too_large';
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += ENTRY_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return undefined;
}

/** Where the record stands that ends the archive: behind it is at most a comment. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

/** The unpacked size that an entry claims; undefined where it claims none, so that nothing would bound it. */
function sizeAt(view: DataView, at: number): number | undefined {
  const isStored = view.getUint16(at + 10, true) === 0;
  const compressed = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  if (compressed === ZIP64 || unpacked === ZIP64) return undefined;
  if (isStored) return Math.max(compressed, unpacked);
  const isEmpty = unpacked === 0 && compressed === NOTHING_COMPRESSED;
  return unpacked > 0 && compressed > 0 ? unpacked : isEmpty ? 0 : undefined;
}
