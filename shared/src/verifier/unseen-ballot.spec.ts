import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { hashedText, sha256Hex } from '../journal/chain.ts';
import type { JournalEntry, RecordedEvent } from '../rules/events.ts';
import type { RuleSet } from '../rules/plan/rule-set.ts';
import { redact } from '../rules/showing/redact.ts';
import { aMotion, aPlan, aSeat, says, seats } from '../testing/a-session.ts';
import { live, stories } from '../testing/generated-session.ts';
import { inSession, type LivedSession } from '../testing/lived-session.ts';
import { verify } from './verify.ts';

jest.setTimeout(60_000);

const seen = ({ entries, session }: LivedSession): JournalEntry[] =>
  entries.map((entry) => redact(entry, 'public', session));

/** A round that is open, of three members with a vote and one without. */
const voting = (rules: Partial<RuleSet>): LivedSession =>
  inSession(
    aPlan({ roll: [...seats(3), aSeat('m4', { votes: false })], questions: [aMotion()], rules }),
  ).openRound();

type Added = { readonly actor?: string; readonly event: Partial<RecordedEvent> };

/** The journal as everybody has it, with sealed ballots added to its end by whoever owns the database. */
function withBallots(lived: LivedSession, ...added: readonly Added[]): JournalEntry[] {
  const journal = seen(lived);
  for (const { actor, event } of added) {
    const last = journal.at(-1)!;
    const position = last.position + 1;
    const whole = {
      sessionId: last.sessionId,
      position,
      recordedAt: last.recordedAt,
      ...(actor !== undefined && { actor, commandId: `added-${position}` }),
      part: 0,
      event: {
        type: 'ballot-cast' as const,
        roundId: lived.round().roundId,
        ...event,
        sealed: sha256Hex(`ballot ${position}`),
      },
      previousHash: last.hash,
      hash: '',
    };
    journal.push({ ...whole, hash: sha256Hex(hashedText(whole)) });
  }
  return journal;
}

const of = (memberId: string, replaces: number | null = null, actor = memberId): Added => ({
  actor,
  event: { memberId, replaces },
});
const byHand = (memberId: string, actor = 'secretary:one'): Added => ({
  actor,
  event: { type: 'ballot-entered', memberId, basis: 'by-hand' },
});

describe('[12.4] under turnout, a sealed ballot of a round still open', () => {
  const turnout = (rules: Partial<RuleSet> = {}) => voting({ visibility: 'turnout', ...rules });
  const next = turnout().position + 1;

  it.each<[string, readonly Added[], Partial<RuleSet>]>([
    ['one of each', [of('m1'), of('m2'), of('m3')], {}],
    ['a change', [of('m1'), of('m1', next)], {}],
    ['one by hand, and the own one over it', [byHand('m2'), of('m2')], { changeUntilClose: false }],
  ])('holds: %s', (_what, added, rules) => {
    expect(verify(withBallots(turnout(rules), ...added))).toMatchObject({
      sound: true,
      stillSealed: added.length,
    });
  });

  it.each<[string, string, readonly Added[], Partial<RuleSet>]>([
    ['of nobody on the roll', 'ballot-of-nobody', [of('zed')], {}],
    ['of nobody at all', 'ballot-of-nobody', [{ actor: 'm1', event: { replaces: null } }], {}],
    ['of a seat without a vote', 'ballot-of-nobody', [of('m4')], {}],
    ['of one, by another', 'ballot-of-another', [of('m1', null, 'm2')], {}],
    [
      'of one, by the secretary as if it were their own',
      'ballot-of-another',
      [of('m1', null, 'secretary:one')],
      {},
    ],
    ['by hand, by a member', 'ballot-of-another', [byHand('m1', 'm2')], {}],
    ['a second that replaces none', 'ballot-twice', [of('m1'), of('m1')], {}],
    ['a second that replaces another one', 'ballot-twice', [of('m1'), of('m2'), of('m1', next + 1)], {}],
    [
      'a second where none may change',
      'ballot-twice',
      [of('m1'), of('m1', next)],
      { changeUntilClose: false },
    ],
    ['by hand over the own one', 'ballot-twice', [of('m1'), byHand('m1')], {}],
  ])('does not hold: %s', (_what, code, added, rules) => {
    expect(verify(withBallots(turnout(rules), ...added))).toMatchObject({
      sound: false,
      position: next + added.length - 1,
      flaw: 'not-by-the-rules',
      finding: { code },
    });
  });

  it('does not hold of somebody who has left, or is recused', () => {
    const found = (lived: LivedSession) => verify(withBallots(lived, of('m2')));
    expect(found(turnout().leave('m2'))).toMatchObject({ finding: { code: 'ballot-of-absent' } });
    const recused = inSession(
      aPlan({ roll: seats(3), questions: [aMotion()], rules: { visibility: 'turnout' } }),
    )
      .tell({ type: 'recuse', questionId: 'q', memberId: 'm2', reason: 'kin', document: '7' })
      .openRound();
    expect(found(recused)).toMatchObject({ finding: { code: 'ballot-of-recused' } });
  });

  it('does not hold after the end of its round', () => {
    const ended = inSession(
      aPlan({ roll: seats(3), questions: [aMotion()], rules: { visibility: 'turnout' } }),
    ).openRound('q', 20);
    const journal = withBallots(ended, of('m2'));
    expect(verify(journal)).toMatchObject({ sound: true });
    ended.now = new Date(Date.parse(ended.now) + 3_600_000).toISOString();
    const late = { ...journal.at(-1)!, recordedAt: ended.now };
    expect(verify(journal.with(-1, { ...late, hash: sha256Hex(hashedText(late)) }))).toMatchObject({
      sound: false,
      flaw: 'missing',
    });
  });

  it('does not hold as the last of all where that closes the round, without the closing', () => {
    const lived = turnout({ closeWhenAllVoted: true }).cast({ m1: says('for'), m2: says('for') });
    expect(verify(withBallots(lived, of('m3')))).toMatchObject({ sound: false, flaw: 'missing' });
  });
});

describe('[12.4] under totals, where it is sealed whose it is', () => {
  const totals = (rules: Partial<RuleSet> = {}) => voting({ visibility: 'totals', ...rules });
  const one: Added = { event: {} };

  it('as many hold as seats have a vote, and any number where ballots may change', () => {
    const fixed = { changeUntilClose: false };
    expect(verify(withBallots(totals(fixed), one, one, one))).toMatchObject({ sound: true, stillSealed: 3 });
    expect(verify(withBallots(totals(), one, one, one, one))).toMatchObject({ sound: true });
    expect(verify(withBallots(totals(fixed), one, one, one, one))).toMatchObject({
      sound: false,
      position: totals().position + 4,
      finding: { code: 'ballot-over', parameters: { most: 3 } },
    });
  });

  it.each<[string, Added]>([
    ['whose it is', { event: { memberId: 'm1' } }],
    ['what it replaces', { event: { replaces: null } }],
    ['who cast it', { actor: 'm1', event: {} }],
  ])('none holds that shows %s', (_what, added) => {
    expect(verify(withBallots(totals(), added))).toMatchObject({ sound: false, flaw: 'not-by-the-rules' });
  });
});

describe('[10.4] whatever is tried', () => {
  it('everybody can verify the whole chain at every moment', () =>
    fc.assert(
      fc.property(stories, (story) => {
        let length = 0;
        live(story, (lived) => {
          if (lived.position === length) return;
          length = lived.position;
          expect(verify(seen(lived))).toMatchObject({ sound: true });
        });
      }),
      { numRuns: 30 },
    ));
});
