/** Two pairs of eyes: who can approve a closed month, and what an export asks for. */
import { describe, expect, it } from 'vitest';
import { approvalProblems } from '../../src/commands/approval.js';
import { sealsOf } from '../../src/ledger/chain.js';
import { sha256 } from '../../src/ledger/manifest.js';
import { keyPair } from './keys.js';
import { day, errorsOf, expectDone, person, rules, SmallLedger, together } from './small-ledger.js';

const APRIL = '2025-04';
const CLOSER = '王会计';
const CHIEF = '李主管';
const keys = { [CLOSER]: keyPair('closer'), [CHIEF]: keyPair('chief'), stranger: keyPair('stranger') };

const april = together(person('A1'), day('A1', '2025-04-07'));
const required = (...names: (keyof typeof keys)[]): string =>
  `approval: { required: yes, keys: { ${names.map((name) => `${name}: ${keys[name].listed}`).join(', ')} } }\n`;
const BOTH = required(CLOSER, CHIEF);

function unclosed(settings: string): SmallLedger {
  return new SmallLedger(rules(), settings).month(APRIL, april);
}

async function closed(settings: string, key?: keyof typeof keys): Promise<SmallLedger> {
  const ledger = unclosed(settings);
  expectDone(await ledger.close(APRIL, { by: CLOSER, key: key && keys[key].writtenTo(ledger.folder) }));
  return ledger;
}

/** What stands against an export of April. */
function against(ledger: SmallLedger): string[] {
  const [seal] = sealsOf(ledger.chain);
  if (!seal) throw new Error('not closed');
  return approvalProblems(ledger.workspace, ledger.chain, seal).map((one) => one.code);
}

const APPROVAL = 'ledger/0002-approve-2025-04';

/** Writes the manifest of the approval anew, with a checksum that fits. */
function rewrite(ledger: SmallLedger, manifest: string): void {
  ledger.write(`${APPROVAL}/manifest.json`, manifest);
  ledger.write(`${APPROVAL}/manifest.json.sha256`, `${sha256(manifest)}  manifest.json\n`);
}

const approving = (ledger: SmallLedger, by: string, key?: keyof typeof keys) =>
  ledger.approve(APRIL, { by, key: key && keys[key].writtenTo(ledger.folder) });

describe('without keys a name is a statement', () => {
  it('no approval is asked for where telepay.yaml does not', async () => {
    expect(against(await closed('language: en\n'))).toEqual([]);
  });

  it('of someone else: sealed, and enough for an export', async () => {
    const ledger = await closed(required());
    expect(against(ledger)).toEqual(['E0818']);
    expectDone(await approving(ledger, CHIEF));
    expect(against(ledger)).toEqual([]);
    expect(ledger.chain.at(-1)?.manifest).toMatchObject({ kind: 'approve', by: CHIEF, key: null });
    expectDone(await ledger.verify(ledger.head));
  });

  it.each([
    ['the very name', CLOSER],
    ['a space in it', '王 会计'],
    ['a full-width space behind it', '王会计\u3000'],
    ['a space without a width', '王\u200b会计'],
    ['a soft hyphen', '王会计\u00ad'],
  ])('of the same person it is refused: %s', async (_, name) => {
    const ledger = await closed(required());
    expect(errorsOf(await approving(ledger, name))).toEqual(['E0817']);
    expect(ledger.chain).toHaveLength(1);
  });

  it('spelled otherwise in Latin letters too: full width, capitals, composed', async () => {
    const ledger = unclosed(required());
    expectDone(await ledger.close(APRIL, { by: 'José Wang' }));
    for (const name of ['JOSÉ WANG', 'Jose\u0301Wang', 'Ｊosé　Ｗang']) {
      expect(errorsOf(await ledger.approve(APRIL, { by: name })), name).toEqual(['E0817']);
    }
    expectDone(await ledger.approve(APRIL, { by: 'José Wan' }));
  });

  it('that the closer wrote into the ledger by hand does not count', async () => {
    const ledger = await closed(required());
    expectDone(await approving(ledger, CHIEF));
    rewrite(ledger, ledger.read(`${APPROVAL}/manifest.json`).replace(CHIEF, `${CLOSER} `));
    expect(ledger.chain.at(-1)?.manifest.by).toBe(`${CLOSER} `);
    expect(against(ledger)).toEqual(['E0818']);
  });

  it('twice by the same person is once', async () => {
    const ledger = await closed(required());
    expectDone(await approving(ledger, CHIEF));
    const { head } = ledger;
    expect(expectDone(await approving(ledger, CHIEF)).data).toMatchObject({ approved: true, head });
    expect(ledger.head).toBe(head);
  });

  it('is about this close: opened and closed again, the month is not approved', async () => {
    const ledger = await closed(required());
    expectDone(await approving(ledger, CHIEF));
    expectDone(await ledger.reopen(APRIL));
    expect(errorsOf(await approving(ledger, CHIEF))).toEqual(['E0806']);
    expectDone(await ledger.close(APRIL, { by: CLOSER }));
    expect(against(ledger)).toEqual(['E0818']);
  });

  it('of a month that is not closed is refused', async () => {
    expect(errorsOf(await approving(unclosed(required()), CHIEF))).toEqual(['E0806']);
  });
});

describe('with keys both sign', () => {
  it('the closer and the approver, each with the key that is listed for the name', async () => {
    const ledger = await closed(BOTH, CLOSER);
    expect(against(ledger)).toEqual(['E0818']);
    expectDone(await approving(ledger, CHIEF, CHIEF));
    expect(against(ledger)).toEqual([]);
    expectDone(await ledger.verify(ledger.head));
  });

  it.each([
    ['unsigned', CHIEF, undefined, 'E0815'],
    ['with the key of someone else who is listed', CHIEF, CLOSER, 'E0816'],
    ['with a key that nobody has', CHIEF, 'stranger', 'E0816'],
    ['under a name that is not listed', '张三', 'stranger', 'E0814'],
    ['under another spelling of a listed name', '李 主管', CHIEF, 'E0814'],
  ] as const)('%s it is refused', async (_, by, key, code) => {
    const ledger = await closed(BOTH, CLOSER);
    expect(errorsOf(await approving(ledger, by, key))).toContain(code);
    expect(ledger.chain).toHaveLength(1);
  });

  it('so do close, correct and reopen', async () => {
    const ledger = unclosed(BOTH);
    expect(errorsOf(await ledger.close(APRIL, { by: CLOSER }))).toEqual(['E0815']);
    expectDone(await ledger.close(APRIL, { by: CLOSER, key: keys[CLOSER].writtenTo(ledger.folder) }));
    expect(errorsOf(await ledger.correct(APRIL, { by: CHIEF }))).toEqual(['E0815']);
    expect(errorsOf(await ledger.reopen(APRIL, { by: CHIEF }))).toEqual(['E0815']);
    expect(ledger.chain).toHaveLength(1);
  });

  it('by one key under two names is one person', async () => {
    const one = keys[CLOSER].listed;
    const ledger = await closed(
      `approval: { required: yes, keys: { ${CLOSER}: ${one}, 小王: ${one} } }\n`,
      CLOSER,
    );
    expect(errorsOf(await approving(ledger, '小王', CLOSER))).toEqual(['E0817']);
  });

  it('a text file is no key', async () => {
    const ledger = unclosed(BOTH);
    ledger.write('notes.txt', 'my key');
    expect(errorsOf(await ledger.close(APRIL, { by: CLOSER, key: `${ledger.folder}/notes.txt` }))).toEqual([
      'E0813',
    ]);
  });

  it('a forged approval does not count: signed by the closer, or with a signature that fits nothing', async () => {
    const ledger = await closed(BOTH, CLOSER);
    expectDone(await approving(ledger, CHIEF, CHIEF));
    const genuine = ledger.read(`${APPROVAL}/manifest.json`);
    const signature = ledger.read(`${APPROVAL}/manifest.sig`);
    const rewritten = (manifest: string, signed: string): void => {
      rewrite(ledger, manifest);
      ledger.write(`${APPROVAL}/manifest.sig`, signed);
    };
    rewritten(genuine.replace(keys[CHIEF].listed, keys.stranger.listed), signature);
    expect(against(ledger)).toEqual(['E0818']);
    rewritten(genuine.replace('"note": ""', '"note": "paid"'), signature);
    expect(against(ledger)).toEqual(['E0818']);
    expect(errorsOf(await ledger.verify())).toEqual(['E0841']);
    rewritten(genuine, signature);
    expect(against(ledger)).toEqual([]);
  });
});

describe('settings that changed after the close', () => {
  it('no longer asking for an approval, the month still needs the one it was closed under', async () => {
    const ledger = await closed(required());
    ledger.write('telepay.yaml', 'language: en\n');
    expect(against(ledger)).toEqual(['E0818']);
    expectDone(await approving(ledger, CHIEF));
    expect(against(ledger)).toEqual([]);
  });

  it('asking for one by now, the month needs it too', async () => {
    const ledger = await closed('language: en\n');
    ledger.write('telepay.yaml', required());
    expect(against(ledger)).toEqual(['E0818']);
  });

  it('listing no keys any more, an approval without a signature is not enough', async () => {
    const ledger = await closed(BOTH, CLOSER);
    ledger.write('telepay.yaml', required());
    expectDone(await approving(ledger, CHIEF));
    expect(against(ledger)).toEqual(['E0818']);
  });

  it('listing someone more, or another key for a name, does not let the closer approve himself', async () => {
    const ledger = await closed(BOTH, CLOSER);
    ledger.write('telepay.yaml', `${BOTH.slice(0, -5)}, 小王: ${keys.stranger.listed} } }\n`);
    expectDone(await approving(ledger, '小王', 'stranger'));
    expect(against(ledger)).toEqual(['E0818']);
    ledger.write('telepay.yaml', BOTH.replace(keys[CHIEF].listed, keys.stranger.listed));
    expectDone(await approving(ledger, CHIEF, 'stranger'));
    expect(against(ledger)).toEqual(['E0818']);
    ledger.write('telepay.yaml', BOTH);
    expect(against(ledger)).toEqual(['E0818']);
    expectDone(await approving(ledger, CHIEF, CHIEF));
    expect(against(ledger)).toEqual([]);
  });

  it('listing keys since, a close that is not signed is no close to pay out', async () => {
    const ledger = await closed(required());
    ledger.write('telepay.yaml', BOTH);
    expectDone(await approving(ledger, CHIEF, CHIEF));
    expect(against(ledger)).toEqual(['E0819']);
  });
});
