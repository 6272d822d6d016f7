/** The first of the two looks at a file: whether it is text at all, in which encoding, and its hash. */
import { createHash } from 'node:crypto';
import { problem, type ProblemKind } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import { decoderFor, encodingBeside, EncodingGuess, type Decode, type Encoding } from './encoding.js';
import { fileBlocks } from './file-blocks.js';

/** A file of the month's folder. */
export interface ExportFile {
  readonly name: string;
  readonly path: string;
}

/** A file that was read through once. */
interface SeenFile extends ExportFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** What that look at it showed. */
export interface Survey extends SeenFile {
  readonly guess: EncodingGuess;
  /** Whether it is text, for all that was seen. */
  readonly isText: boolean;
}

/** A file that is ready to be read. */
export interface SurveyedFile extends SeenFile {
  readonly encoding: Encoding;
  /** How its lines become text; undefined when it was found to be no text. */
  readonly decode: Decode | undefined;
}

const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Reads `file` once, whole. A file that is no text in a known form is an error of its own kind. */
export async function survey(file: ExportFile, log: ProblemLog): Promise<Survey> {
  const hash = createHash('sha256');
  const guess = new EncodingGuess();
  const form = new FileForm();
  let bytes = 0;
  const see = (chunk: Buffer): void => {
    hash.update(chunk);
    bytes += chunk.length;
    form.see(chunk);
  };
  for await (const block of fileBlocks(file.path, see)) {
    if (block.kind === 'lines') guess.see(block.bytes);
  }
  const refusal = form.refusal;
  if (refusal) log.add(problem(refusal, { file: file.name }, {}));
  return { ...file, bytes, sha256: hash.digest('hex'), guess, isText: !refusal };
}

/** Settles in which encoding each file of a month is. Those that could be in either are judged by the others. */
export function settleEncodings<Name>(
  files: ReadonlyMap<Name, readonly Survey[]>,
): Map<Name, readonly SurveyedFile[]> {
  const texts = [...files.values()].flat().filter((file) => file.isText);
  const ambiguous = encodingBeside(texts.map((file) => file.guess));
  const settled = ({ guess, isText, ...file }: Survey): SurveyedFile => {
    const encoding = guess.encoding(ambiguous);
    return { ...file, encoding, decode: isText ? decoderFor(guess, encoding) : undefined };
  };
  return new Map([...files].map(([name, parts]) => [name, parts.map(settled)]));
}

/** Tells from the bytes of a file whether it is something else than text. */
class FileForm {
  #head = Buffer.alloc(0);
  #nul = false;

  see(chunk: Buffer): void {
    if (this.#head.length < 8) this.#head = Buffer.concat([this.#head, chunk.subarray(0, 8)]);
    this.#nul ||= chunk.includes(0);
  }

  get refusal(): ProblemKind<Record<string, never>> | undefined {
    const head = this.#head;
    if (head.length === 0 || head.equals(UTF8_BOM)) return INPUT_PROBLEMS.empty_file;
    if (startsWith(head, 'PK\x03\x04') || startsWith(head, '\xd0\xcf\x11\xe0')) {
      return INPUT_PROBLEMS.spreadsheet_file;
    }
    if (startsWith(head, '\xff\xfe') || startsWith(head, '\xfe\xff') || looksLikeUtf16(head)) {
      return INPUT_PROBLEMS.utf16_file;
    }
    return this.#nul ? INPUT_PROBLEMS.binary_file : undefined;
  }
}

function startsWith(bytes: Buffer, latin1: string): boolean {
  return bytes.subarray(0, latin1.length).equals(Buffer.from(latin1, 'latin1'));
}

/** ASCII in UTF-16 without a mark of its own: every other byte is NUL. */
function looksLikeUtf16(head: Buffer): boolean {
  const nuls = [0, 1, 2, 3].map((index) => head[index] === 0).join();
  return nuls === 'false,true,false,true' || nuls === 'true,false,true,false';
}
