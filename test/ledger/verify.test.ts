/** What verify finds: any byte, any file, any entry, any figure that is not as it was sealed. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/ledger/manifest.js';
import {
  billed,
  day,
  errorsOf,
  expectDone,
  incident,
  measured,
  person,
  rules,
  type Sheets,
  sign,
  SmallLedger,
  sold,
  together,
  told,
} from './small-ledger.js';
import { keyPair } from './keys.js';

const APRIL = '2025-04';
const MAY = '2025-05';

const april = (mails: number): Sheets =>
  together(
    person('A1'),
    day('A1', '2025-04-07'),
    sold('A1', 'MAIL', APRIL, mails),
    sign('S1', 'A1', 'MAIL', '2025-04-11'),
    incident('E1', 'A1', '2025-04-20', 'complaint'),
    measured('A1', '2025-04-30', 'revenue', '400'),
  );
const may = together(
  person('A1'),
  day('A1', '2025-05-07'),
  billed('S1', 'MAIL', MAY),
  measured('A1', '2025-05-02', 'revenue', '300'),
);

/** Months remember what revenue came to, and that of the last days of April: nothing is paid up to 1000. */
const RULES = rules({
  measures: '{ revenue: { name: n, when_absent: { value: zero, stated: P-2 } } }',
  ...Object.fromEntries(
    ['quarter', 'week'].map((clock) => [
      `components.by_the_${clock}`,
      `{ name: n, clause: P-2, column: allowances, amount: { scale: marginal, per: ${clock}, of: revenue, stated: P-2, bands: [{ up_to: 1000, pays: 0% }, { pays: 5% }] } }`,
    ]),
  ),
});
const key = keyPair('王会计');
const other = keyPair('李主管');
const SETTINGS = `approval: { required: yes, keys: { 王会计: ${key.listed}, 李主管: ${other.listed} } }\n`;

/** Closed April and May, corrected April, opened May again, closed and approved it: an entry of every kind, signed. */
async function build(): Promise<SmallLedger> {
  const ledger = new SmallLedger(RULES, SETTINGS, 'file');
  const mine = { key: key.writtenTo(ledger.folder) };
  expectDone(await ledger.month(APRIL, april(2)).close(APRIL, mine));
  expectDone(await ledger.month(MAY, may).close(MAY, mine));
  expectDone(await ledger.reopen(MAY, mine));
  expectDone(await ledger.month(APRIL, april(3)).correct(APRIL, mine));
  expectDone(await ledger.close(MAY, mine));
  expectDone(await ledger.correct(APRIL, mine));
  expectDone(await ledger.approve(MAY, { by: '李主管', key: other.writtenTo(ledger.folder) }));
  return ledger;
}

let whole: SmallLedger;
let files: ReadonlyMap<string, Buffer>;
let head: string;
afterAll(() => {
  whole.remove();
});
beforeAll(async () => {
  whole = await build();
  files = whole.sealed;
  head = whole.head;
});

describe('a ledger as it was sealed', () => {
  it('is whole: each entry comes out byte for byte the same, corrected, opened again, closed and approved', async () => {
    const verified = expectDone(await whole.verify(head));
    expect(verified.problems).toEqual([]);
    expect(verified.data).toMatchObject({
      whole: true,
      head,
      entries: [
        { entry: APRIL, kind: 'close', computed_again: 'same' },
        { entry: '0002-close-2025-05', kind: 'close', computed_again: 'same' },
        { kind: 'reopen', computed_again: null },
        { kind: 'correct', computed_again: 'same' },
        { entry: MAY, kind: 'close', computed_again: 'same' },
        { kind: 'approve', computed_again: null },
      ],
    });
  });

  it('holds against heads kept earlier, whole or their first digits, and against no others', async () => {
    for (const { hash } of whole.chain) expect((await whole.verify(hash)).refused).toBe(false);
    expect((await whole.verify(` ${head.slice(0, 16).toUpperCase()}\n`)).refused).toBe(false);
    expect(errorsOf(await whole.verify(head.slice(0, 15)))).toEqual(['E0842']);
    expect(errorsOf(await whole.verify('f'.repeat(64)))).toEqual(['E0842']);
    expect(errorsOf(await whole.verify(''))).toEqual(['E0842']);
  });
});

/** The same byte with one bit changed. */
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe('an edit of one byte', () => {
  it('in any file, at its start, middle or end, is refused, and the file is named', async () => {
    expect([...files.keys()]).toContain('2025-04/state/2025-04/remembered.json');
    for (const [path, bytes] of files) {
      for (const at of new Set([0, bytes.length >> 1, bytes.length - 1])) {
        whole.write(`ledger/${path}`, flipped(bytes, at));
        const found = await whole.verify();
        whole.write(`ledger/${path}`, bytes);
        expect([path, at, found.refused]).toEqual([path, at, true]);
        expect(told(found, 'E').join('\n'), `${path} ${String(at)}`).toContain(namedFor(path));
      }
    }
    expect((await whole.verify(head)).refused).toBe(false);
  });

  it('anywhere in a signature', async () => {
    const path = [...files.keys()].find((one) => one.endsWith('manifest.sig')) ?? '';
    const bytes = files.get(path) ?? Buffer.from('');
    for (const at of bytes.keys()) {
      whole.write(`ledger/${path}`, flipped(bytes, at));
      expect(told(await whole.verify(), 'E0841'), String(at)).toHaveLength(1);
    }
    whole.write(`ledger/${path}`, bytes);
  });
});

/** A checksum that is wrong and a manifest that is can't be told apart: both are named. */
const namedFor = (path: string): string =>
  path.endsWith('.sha256') ? 'manifest.json.sha256' : `ledger/${path}`;

interface Damage {
  readonly name: string;
  readonly damage: (ledger: SmallLedger) => void;
  /** Given to verify as it was kept; left out: no head. */
  readonly kept?: true;
  readonly found: readonly string[];
}

const remove = (ledger: SmallLedger, path: string): void => {
  rmSync(join(ledger.folder, 'ledger', path), { recursive: true });
};
const move = (ledger: SmallLedger, from: string, to: string): void => {
  renameSync(join(ledger.folder, 'ledger', from), join(ledger.folder, 'ledger', to));
};

const LAST = '0006-approve-2025-05';

const DAMAGES: readonly Damage[] = [
  {
    name: 'a file removed',
    damage: (ledger) => {
      remove(ledger, '2025-04/out/payroll.csv');
    },
    found: ['E0801 ledger/2025-04/out/payroll.csv: '],
  },
  {
    name: 'a folder in the place of a file',
    damage: (ledger) => {
      remove(ledger, '2025-04/out/payroll.csv');
      ledger.write('ledger/2025-04/out/payroll.csv/x', '');
    },
    found: ['E0801 ledger/2025-04/out/payroll.csv: ', 'E0840 ledger/2025-04/out/payroll.csv/x: '],
  },
  {
    name: 'a file added',
    damage: (ledger) => {
      ledger.write('ledger/2025-04/out/bonus.csv', 'A1,1000');
    },
    found: ['E0840 ledger/2025-04/out/bonus.csv: '],
  },
  {
    name: 'something beside the entries',
    damage: (ledger) => {
      ledger.write('ledger/2025-04 copy/manifest.json', '{}');
    },
    found: ['E0840 ledger/2025-04 copy: '],
  },
  {
    name: 'a signature removed',
    damage: (ledger) => {
      remove(ledger, `${MAY}/manifest.sig`);
    },
    found: ['E0841 ledger/2025-05/manifest.sig: '],
  },
  {
    name: 'a manifest removed',
    damage: (ledger) => {
      remove(ledger, `${MAY}/manifest.json`);
    },
    found: ['E0801 ledger/2025-05/manifest.json: '],
  },
  {
    name: 'an entry removed',
    damage: (ledger) => {
      remove(ledger, '0003-reopen-2025-05');
    },
    found: ['E0802 ledger/0004-correct-2025-04/manifest.json: '],
  },
  {
    name: 'the first entry removed',
    damage: (ledger) => {
      remove(ledger, APRIL);
    },
    found: ['E0802 ledger/0002-close-2025-05/manifest.json: '],
  },
  {
    name: 'two entries exchanged',
    damage: (ledger) => {
      move(ledger, APRIL, 'x');
      move(ledger, MAY, APRIL);
      move(ledger, 'x', MAY);
    },
    found: ['E0801 ledger/2025-04/manifest.json: ', 'E0801 ledger/2025-05/manifest.json: '],
  },
  {
    name: 'an entry twice',
    damage: (ledger) => {
      for (const [path, bytes] of files) {
        const rest = path.split('0003-reopen-2025-05/')[1];
        if (rest) ledger.write(`ledger/0007-reopen-2025-05/${rest}`, bytes);
      }
    },
    found: ['E0801 ledger/0007-reopen-2025-05/manifest.json: '],
  },
  {
    name: 'the last entry cut off: with the head kept elsewhere',
    damage: (ledger) => {
      remove(ledger, LAST);
    },
    kept: true,
    found: ['E0842 ledger: '],
  },
  {
    name: 'the last entry cut off: without it nobody can know',
    damage: (ledger) => {
      remove(ledger, LAST);
    },
    found: [],
  },
  {
    name: 'everything removed: with the head kept elsewhere',
    damage: (ledger) => {
      remove(ledger, '');
    },
    kept: true,
    found: ['E0842 ledger: '],
  },
];

describe('damage', () => {
  it.each(DAMAGES)('$name', async ({ damage, kept, found }) => {
    const ledger = whole.copy();
    damage(ledger);
    const verified = await ledger.verify(kept ? head : undefined);
    const words = told(verified, 'E');
    expect(words).toHaveLength(found.length);
    for (const [index, one] of found.entries()) expect(words[index]).toContain(one);
    expect(verified.refused).toBe(found.length > 0);
  });
});

/** Writes an entry anew as a forger would who knows how: edited files, and hashes that fit them. */
function forge(
  ledger: SmallLedger,
  entry: string,
  edits: Readonly<Record<string, (text: string) => string>>,
  manifestEdit: (text: string) => string = (text) => text,
): void {
  let manifest = ledger.read(`ledger/${entry}/manifest.json`);
  for (const [file, edit] of Object.entries(edits)) {
    const path = `ledger/${entry}/${file}`;
    const before = existsSync(join(ledger.folder, path)) ? ledger.read(path) : '';
    const after = edit(before);
    expect(after, file).not.toBe(before);
    ledger.write(path, after);
    manifest =
      before === ''
        ? manifest.replace('"files": {', `"files": {\n    ${JSON.stringify(file)}: "${sha256(after)}",`)
        : manifest.replace(sha256(before), sha256(after));
  }
  manifest = manifestEdit(manifest);
  ledger.write(`ledger/${entry}/manifest.json`, manifest);
  ledger.write(`ledger/${entry}/manifest.json.sha256`, `${sha256(manifest)}  manifest.json\n`);
}

/** Closed April, corrected: two entries, nothing signed, nothing after them. */
const CORRECTION = '0002-correct-2025-04';
async function forgeable(corrected = true): Promise<SmallLedger> {
  const ledger = await new SmallLedger(RULES).closing({ [APRIL]: april(2) });
  if (corrected) expectDone(await ledger.month(APRIL, april(3)).correct(APRIL));
  return ledger;
}
const ELSEWHERE = (manifest: string): string =>
  manifest.replace('"program": "telepay"', '"program": "telepay 0.0.1"');
const cell = (from: string, to: string) => (text: string) => text.replace(from, to);

interface Forgery {
  readonly name: string;
  /** Whether the correction is forged, not the close. */
  readonly correction?: true;
  readonly edits: Readonly<Record<string, (text: string) => string>>;
  readonly manifest?: (text: string) => string;
  /** The file that is named, in the same program and in another one; undefined: the words alone differ. */
  readonly named?: string;
}

const FORGERIES: readonly Forgery[] = [
  {
    name: 'an amount of the payroll',
    edits: { 'out/payroll.csv': cell('100.00', '900.00') },
    named: 'out/payroll.csv',
  },
  {
    name: 'whom an amount is paid to',
    edits: { 'out/payroll.csv': cell('"Z"', '"A2"') },
    named: 'out/payroll.csv',
  },
  {
    name: 'the copy of the rule file',
    edits: { 'rules.yaml': (text) => `${text}# as agreed\n` },
    named: 'rules.yaml',
  },
  {
    name: 'a debt that the next month would carry',
    edits: { 'state/2025-04/debts.json': () => '[]\n' },
    named: 'state/2025-04/debts.json',
  },
  {
    name: 'what was paid for a sign-up',
    edits: { 'state/2025-04/signups.json': cell('"paid_points":"4"', '"paid_points":"3"') },
    named: 'state/2025-04/signups.json',
  },
  {
    name: 'a field of the state left out',
    edits: { 'state/2025-04/signups.json': cell('"paid_points":"4",', '') },
    named: 'state/2025-04/signups.json',
  },
  {
    name: 'what the quarter would run on from',
    edits: { 'state/2025-04/remembered.json': cell('"value":"400"', '"value":"4000"') },
    named: 'state/2025-04/remembered.json',
  },
  {
    name: 'the day of a week that May would pay',
    edits: { 'state/2025-04/remembered.json': cell('2025-04-30', '2025-04-29') },
    named: 'state/2025-04/remembered.json',
  },
  {
    name: 'a state of other months that remembers something',
    edits: { 'state/2025-03/remembered.json': () => '[]\n' },
    named: 'state/2025-03/remembered.json',
  },
  {
    name: 'what a correction posts',
    correction: true,
    edits: { 'postings.json': cell('"due":"12"', '"due":"1200"') },
    named: 'postings.json',
  },
  {
    name: 'a state that no correction comes to',
    correction: true,
    edits: { 'state/2025-03/debts.json': () => '[]\n' },
    named: 'state/2025-03/debts.json',
  },
  {
    name: 'the months that a correction replaces',
    correction: true,
    edits: {},
    manifest: (text) => text.replace(/"months": \[[^\]]*\]/, '"months": []'),
    named: 'manifest.json',
  },
  {
    name: 'a report that nothing comes to',
    edits: { 'out/bonus.csv': () => 'A1,1000\r\n' },
    named: 'out/bonus.csv',
  },
];

describe('a chain rewritten with hashes that fit', () => {
  it.each(FORGERIES)('$name', async ({ correction, edits, manifest, named }) => {
    for (const program of [(text: string) => text, ELSEWHERE]) {
      const ledger = await forgeable(correction ?? false);
      const kept = ledger.head;
      const entry = correction ? CORRECTION : APRIL;
      forge(ledger, entry, edits, (text) => program(manifest?.(text) ?? text));
      expect(errorsOf(await ledger.verify(kept))).toContain('E0842');
      const found = await ledger.verify();
      expect(told(found, 'E')[0]).toContain(`ledger/${entry}/${named ?? ''}:`);
    }
  });

  it('by the name of another program alone: the figures are equal, and that is said', async () => {
    const ledger = await forgeable(false);
    forge(
      ledger,
      APRIL,
      {
        'out/summary.json': cell('"program": "telepay"', '"program": "telepay 0.0.1"'),
        'out/payroll.csv': cell('no monthly score', 'without a score'),
        'out/lines.csv': cell('base commission', 'monthly base'),
        'state/2025-04/lines.json': cell('base commission', 'monthly base'),
      },
      ELSEWHERE,
    );
    const found = expectDone(await ledger.verify());
    expect(told(found)).toEqual([
      expect.stringContaining(
        'W0841 ledger/2025-04: 2025-04 was sealed by telepay 0.0.1; telepay computes the same figures',
      ),
    ]);
    expect(found.data).toMatchObject({ whole: true, entries: [{ computed_again: 'same_figures' }] });
  });

  it('is noticed by the seal before it, when only that was left as it was', async () => {
    const ledger = await forgeable();
    forge(ledger, APRIL, {}, (text) => text.replace('"note": ""', '"note": "x"'));
    expect(told(await ledger.verify(), 'E')).toEqual([
      expect.stringContaining(`E0802 ledger/${CORRECTION}/`),
    ]);
  });
});

describe('money', () => {
  it('that a forged state lets someone owe less is missed in the next month’s payroll', async () => {
    const ledger = await new SmallLedger(RULES).closing({ [APRIL]: april(2), [MAY]: may });
    // May carries in what April’s complaint left: 100 + 8 − 1000 = −892.
    forge(ledger, APRIL, { 'state/2025-04/debts.json': cell('892', '92') });
    forge(ledger, MAY, {}, (text) =>
      text.replace(
        /"previous": "\w+"/,
        `"previous": "${sha256(ledger.read(`ledger/${APRIL}/manifest.json`))}"`,
      ),
    );
    const words = told(await ledger.verify(), 'E').join('\n');
    expect(words).toContain(`E0843 ledger/${APRIL}/state/2025-04/debts.json`);
    expect(words).toContain(
      'E0844 ledger/2025-05: the money of 2025-05 does not add up: A1: the debt carried in 892.00 ≠ the debt of the month before 92.00',
    );
  });
});

describe('exports that are not here any more', () => {
  it('small ones are in the ledger; a large one is missed, and the hashes hold all the same', async () => {
    const ledger = new SmallLedger(RULES).month(APRIL, april(2));
    const path = 'months/2025-04/activity.csv';
    ledger.write(path, `${ledger.read(path)}${BLANK_ROWS}`);
    expectDone(await ledger.close(APRIL));
    const kept = ledger.read(path);
    rmSync(join(ledger.folder, 'months'), { recursive: true });
    const found = expectDone(await ledger.verify(ledger.head));
    expect(told(found)).toEqual([expect.stringMatching(/^W0840 months\/2025-04: .*activity\.csv$/)]);
    expect(found.data).toMatchObject({ whole: true, entries: [{ computed_again: 'not' }] });
    ledger.write(path, kept);
    expect((await ledger.verify()).problems).toEqual([]);
  });
});

/** They are no rows, and more than the four MiB that are copied into the ledger. */
const BLANK_ROWS = `${','.repeat(7)}\n`.repeat(600_000);
