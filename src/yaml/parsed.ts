/** A text → the parser's nodes, which know their exact ranges. */
import { type Document, parseDocument } from 'yaml';

export const parseText = (text: string): Document.Parsed =>
  parseDocument(text, {
    version: '1.2',
    // Every scalar stays its text; what it means depends on where it stands.
    schema: 'failsafe',
    // Our own reader finds all keys that stand twice, and in linear time.
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    prettyErrors: false,
  });
