import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aPlan, says } from '../testing/a-session.ts';
import { inSession } from '../testing/lived-session.ts';
import type { JournalEntry } from '../rules/events.ts';
import { canonicalJson } from './canonical-json.ts';
import { emptyHead, firstBreak, genesisHash, hashedText, seal, sha256Hex } from './chain.ts';

const journal = (): JournalEntry[] =>
  inSession(aPlan({ rules: { visibility: 'totals', closeWhenAllVoted: true }, members: 2 }))
    .tell({ type: 'mark-attendance', memberId: 'm2', attendance: 'remote', reason: 'away' })
    .openRound()
    .cast({ m1: says('for'), m2: says('for') }).entries;

const altered = (index: number, change: (entry: JournalEntry) => object): JournalEntry[] =>
  journal().map((entry, each) => (each === index ? { ...entry, ...change(entry) } : entry));

describe('the chain', () => {
  it('[12.1] positions without gaps, from 64 zeros on, each hash over the canonical entry without hash and opening', () => {
    const entries = journal();
    expect(entries.map((entry) => entry.position)).toEqual(entries.map((_, index) => index + 1));
    expect(entries[0]?.previousHash).toBe('0'.repeat(64));
    for (const [index, entry] of entries.entries()) {
      const { hash, opening, ...rest } = entry;
      expect(hash).toBe(createHash('sha256').update(canonicalJson(rest)).digest('hex'));
      expect(entry.previousHash).toBe(entries[index - 1]?.hash ?? genesisHash);
      if (opening)
        expect(entry.event.sealed).toBe(createHash('sha256').update(canonicalJson(opening)).digest('hex'));
    }
    expect(firstBreak(entries)).toBeUndefined();
  });

  it('[12.1] the facts of one command are parts of it', () => {
    const [cast, closing] = journal().slice(-2);
    expect([cast, closing].map((entry) => [entry?.event.type, entry?.part])).toEqual([
      ['ballot-cast', 0],
      ['round-closed', 1],
    ]);
    // The ballot hides its command under totals; the closing does not name it either way round.
    expect(cast?.opening?.['commandId']).toBe(closing?.commandId);
  });

  it('[12.1] what was hashed is the text that is stored', () => {
    const fact = { event: { type: 'session-opened' }, hidden: [] } as const;
    const recording = {
      sessionId: 's',
      actor: 'secretary:1',
      commandId: 'c',
      recordedAt: '2021-06-30T09:00:00.000Z',
      salt: () => '0',
    };
    const [sealed] = seal(emptyHead, [fact], recording);
    expect(sealed?.text).toBe(
      `{"actor":"secretary:1","commandId":"c","event":{"type":"session-opened"},"part":0,"position":1,"previousHash":"${genesisHash}","recordedAt":"2021-06-30T09:00:00.000Z","sessionId":"s"}`,
    );
    expect(hashedText(sealed!.entry)).toBe(sealed?.text);
    expect(sha256Hex(sealed!.text)).toBe(sealed?.entry.hash);
  });

  it('[10.4] every sealed entry has its own salt', () => {
    let drawn = 0;
    const event = {
      type: 'ballot-cast',
      roundId: 'r',
      memberId: 'm',
      ballot: says('for'),
      replaces: null,
    } as const;
    const facts = [
      { event, hidden: ['ballot'] },
      { event, hidden: ['ballot'] },
    ];
    const recording = {
      sessionId: 's',
      actor: 'm',
      commandId: 'c',
      recordedAt: '2021-06-30T09:00:00.000Z',
      salt: () => String((drawn += 1)),
    };
    const [first, second] = seal(emptyHead, facts, recording);
    expect(first?.entry.event.sealed).not.toBe(second?.entry.event.sealed);
    expect(first?.entry.event).not.toHaveProperty('ballot');
  });

  it.each<readonly [string, number, (entry: JournalEntry) => object]>([
    ['hash', 3, (entry) => ({ event: { ...entry.event, memberId: 'm9' } })],
    ['hash', 3, (entry) => ({ actor: 'm1', part: entry.part })],
    ['moment', 3, () => ({ recordedAt: '2020-01-01T00:00:00.000Z' })],
    ['previous-hash', 3, () => ({ previousHash: 'f'.repeat(64) })],
    ['position', 3, () => ({ position: 9 })],
    ['seal', 4, (entry) => ({ opening: { ...entry.opening, reason: 'other' } })],
  ])('[12.4] says the first position that does not hold: %s', (flaw, index, change) =>
    expect(firstBreak(altered(index, change))).toEqual({ position: index + 1, flaw }),
  );

  it('[12.1] a missing entry and a changed order show', () => {
    const entries = journal();
    expect(firstBreak(entries.toSpliced(2, 1))).toEqual({ position: 3, flaw: 'position' });
    expect(firstBreak([...entries.slice(0, 2), entries[3]!, entries[2]!])).toMatchObject({ position: 3 });
  });

  it('[10.4] holds without the openings, and from any head on', () => {
    const entries = journal();
    expect(firstBreak(entries.map(({ opening: _opening, ...entry }) => entry))).toBeUndefined();
    expect(firstBreak(entries.slice(3), entries[2])).toBeUndefined();
    expect(firstBreak(entries.slice(3))).toMatchObject({ position: 1 });
  });

  it('an opening on an entry that sealed nothing is a flaw', () =>
    expect(firstBreak(altered(1, () => ({ opening: { salt: '0', ballot: says('for') } })))).toEqual({
      position: 2,
      flaw: 'seal',
    }));
});
