/** What is offered for a key that is missing is that key, with a value that YAML reads. */
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { EXAMPLES, exampleOfKey } from '../../src/problems/rule-key-examples.js';

it.each(Object.entries(EXAMPLES))('%s', (name, line) => {
  const [key, within] = name.split('.').reverse();
  expect(Object.keys(parse(line) as object)).toEqual([key]);
  expect(exampleOfKey(key ?? '', within)).toBe(line);
});
