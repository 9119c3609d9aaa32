import { beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../journal/canonical-json.ts';
import { emptyHead, hashedText, seal, sha256Hex, type Head } from '../journal/chain.ts';
import { evolve } from '../journal/replay.ts';
import type { Caller, SessionCommand, Surroundings } from '../rules/commands.ts';
import { convene } from '../rules/plan/convene.ts';
import { decide } from '../rules/decide.ts';
import { dueFacts } from '../rules/due.ts';
import type { JournalEntry, RecordedEvent } from '../rules/events.ts';
import type { Fact } from '../rules/fact.ts';
import { presets } from '../rules/plan/presets.ts';
import { redact } from '../rules/showing/redact.ts';
import type { RuleSet } from '../rules/plan/rule-set.ts';
import type { Ballot, Session, SessionPlan } from '../rules/session.ts';
import type { FindingCode } from './file/finding.ts';
import { readKnownHash } from './known-hash.ts';
import { parseJournal } from './parse-journal.ts';
import { verify, verifyParsed } from './verify.ts';

const secretary: Caller = { secretaryId: 'account-1' };
const members = ['chair', 'ann', 'bo', 'cy', 'dee'];

const plan = (ruleSet: RuleSet): SessionPlan => ({
  contestId: 'contest-1',
  contestTitle: 'Contest',
  number: '1',
  date: '2021-06-25',
  place: 'Moscow',
  timeZone: 'Europe/Moscow',
  form: 'mixed',
  rehearsal: false,
  deadline: '2021-06-30T21:00:00.000Z',
  presidingId: 'chair',
  establishedSeats: 5,
  ruleSet,
  public: true,
  earlierWinners: [],
  roll: members.map((memberId) => ({
    memberId,
    name: memberId,
    post: '',
    body: '',
    role: memberId === 'chair' ? 'chair' : 'member',
    votes: true,
  })),
  questions: [
    {
      questionId: 'q1',
      title: 'Best office',
      wording: '',
      kind: 'choose',
      parameters: { min: 1, max: 1 },
      places: { kind: 'laureates', count: 1 },
      nominees: ['x', 'y', 'z'].map((nomineeId) => ({ nomineeId, name: nomineeId })),
    },
  ],
});

/** Lives a session through the rules and keeps its journal, as the desk does. */
class Lived {
  readonly journal: JournalEntry[] = [];
  private head: Head = emptyHead;
  private minute = 0;
  private last: Session | undefined;

  constructor(ruleSet: RuleSet) {
    const convened = convene(plan(ruleSet));
    if (convened.outcome === 'refused') throw new Error(convened.detail);
    this.record('secretary:account-1', 'convene', convened.facts);
  }

  get session(): Session {
    return this.last!;
  }

  get now(): string {
    return new Date(Date.parse('2021-06-25T07:00:00.000Z') + this.minute * 60_000).toISOString();
  }

  issues(): this {
    const through = this.journal.length;
    const issued = { throughPosition: through, lastPosition: through, files: {}, gaps: [] };
    return this.does(secretary, { type: 'issue-protocol' }, { issued });
  }

  does(caller: Caller, command: SessionCommand, more: Pick<Surroundings, 'issued'> = {}): this {
    this.minute += 1;
    const commandId = `c${this.journal.length}`;
    const surroundings = { now: this.now, freshId: `r${this.journal.length}`, ...more };
    const verdict = decide(this.session, command, caller, surroundings, sha256Hex);
    if (verdict.outcome === 'refused') throw new Error(`${verdict.code}: ${verdict.detail}`);
    this.record(verdict.actor, commandId, verdict.facts);
    return this;
  }

  votes(choices: Readonly<Record<string, string | Ballot>>): this {
    const { roundId } = this.session.questions[0]!.rounds.at(-1)!;
    for (const [memberId, choice] of Object.entries(choices)) {
      const ballot: Ballot = typeof choice === 'string' ? { nominees: [choice] } : choice;
      this.does({ memberId }, { type: 'cast-ballot', roundId, ballot, replaces: null });
    }
    return this;
  }

  waits(minutes: number): this {
    this.minute += minutes;
    for (let due = dueFacts(this.session, this.now); due; due = dueFacts(this.session, this.now))
      this.record('server', due.commandId, due.facts);
    return this;
  }

  private record(actor: string, commandId: string, facts: readonly Fact[]): void {
    const salt = (): string => sha256Hex(`salt ${this.journal.length}`).slice(0, 32);
    for (const { entry } of seal(this.head, facts, {
      sessionId: 's1',
      actor,
      commandId,
      recordedAt: this.now,
      salt,
    })) {
      this.journal.push(entry);
      this.head = entry;
      this.last = evolve(this.last, entry);
    }
  }
}

const opened = (ruleSet: RuleSet): Lived => {
  const lived = new Lived(ruleSet);
  for (const memberId of members)
    lived.does(secretary, {
      type: 'mark-attendance',
      memberId,
      attendance: memberId === 'dee' ? 'remote' : 'in-person',
    });
  return lived
    .does(secretary, { type: 'open-session' })
    .does({ memberId: 'chair' }, { type: 'open-round', questionId: 'q1' });
};

const closeRound = (lived: Lived): Lived =>
  lived.does(secretary, { type: 'close-round', roundId: lived.session.questions[0]!.rounds.at(-1)!.roundId });

/** Changes one event and chains everything after it anew, as somebody would who owns the database. */
const forged = (journal: readonly JournalEntry[], position: number, event: RecordedEvent): JournalEntry[] => {
  let head: Head = emptyHead;
  return journal.map((entry) => {
    const { hash: _hash, opening: _opening, ...rest } = entry;
    const changed = {
      ...rest,
      event: entry.position === position ? event : entry.event,
      previousHash: head.hash,
    };
    const { event: whole, previousHash: _previous, position: _position, part: _part, ...recording } = changed;
    const [sealed] = seal(head, [{ event: whole as unknown as Fact['event'], hidden: [] }], {
      sessionId: recording.sessionId,
      actor: entry.actor ?? '',
      commandId: entry.commandId ?? '',
      recordedAt: recording.recordedAt,
      salt: () => '',
    });
    head = { ...sealed!.entry, hash: sealed!.entry.hash };
    return sealed!.entry;
  });
};

describe('the verifier', () => {
  let lived: Lived;
  beforeEach(() => {
    lived = closeRound(
      opened(presets['mfc-central']).votes({
        chair: 'x',
        ann: 'x',
        bo: 'y',
        cy: 'y',
        dee: { choice: 'abstain' },
      }),
    );
  });

  it('[12.4] recounts a journal from nothing but itself', () => {
    const found = verify(lived.journal);
    expect(found).toMatchObject({ sound: true, entries: lived.journal.length, stillSealed: 0 });
    const outcome = found.sound ? found.session.questions[0]?.rounds[0]?.outcome : undefined;
    expect(outcome).toMatchObject({
      kind: 'won',
      winners: [{ nomineeId: 'x', place: 1 }],
      decidedBy: 'own-vote',
    });
  });

  describe('[12.3] a known hash', () => {
    const annulAndRepeat = (): Lived => {
      const { roundId } = lived.session.questions[0]!.rounds[0]!;
      lived
        .does(secretary, { type: 'annul-round', roundId, ground: 'breach', reason: 'so' })
        .does({ memberId: 'chair' }, { type: 'confirm-annulment', roundId })
        .does({ memberId: 'chair' }, { type: 'open-round', questionId: 'q1' });
      return closeRound(lived.votes({ chair: 'y', ann: 'y', bo: 'y', cy: 'y' }));
    };
    const knows = (digits: string) => verify(lived.journal, { head: digits });

    it('vouches for the entries up to its own, and for all of them at the last', () => {
      const entries = lived.journal.length;
      const found = (position: number) => knows(lived.journal[position - 1]!.hash);
      expect(found(entries)).toMatchObject({ known: { position: entries, reach: 'whole' } });
      expect(found(entries - 1)).toMatchObject({ known: { position: entries - 1, reach: 'part' } });
      expect(verify(lived.journal)).not.toHaveProperty('known');
    });

    it('of a closing does not vouch for a tail that was rewritten until another had won', () => {
      const { hash, position } = lived.journal.at(-1)!;
      const winners = () => lived.session.questions[0]?.result;
      expect(winners()).toMatchObject({ winners: [{ nomineeId: 'x' }] });
      annulAndRepeat();
      expect(winners()).toMatchObject({ winners: [{ nomineeId: 'y' }] });
      expect(knows(hash)).toMatchObject({ sound: true, known: { position, reach: 'part' } });
    });

    it('is not in a journal that was rewritten before it', () => {
      expect(knows('f'.repeat(64))).toMatchObject({ sound: false, flaw: 'head' });
      expect(verify(lived.journal.slice(0, -1), { head: lived.journal.at(-1)!.hash })).toMatchObject({
        sound: false,
        flaw: 'head',
      });
    });

    it.each([
      [64, 'whole'],
      [32, 'whole'],
      [31, 'none'],
      [16, 'none'],
    ])('of %i digits reaches: %s', (digits, reach) => {
      const { hash, position } = lived.journal.at(-1)!;
      expect(knows(hash.slice(0, digits))).toMatchObject({ sound: true, known: { position, reach } });
    });

    it('is read in groups and capitals, and is nothing else than 16 to 64 hex digits', () => {
      const { hash } = lived.journal.at(-1)!;
      const grouped = hash.slice(0, 32).toUpperCase().replaceAll(/.{4}/g, '$& ');
      expect(readKnownHash(`${grouped}…\n`)).toBe(hash.slice(0, 32));
      for (const other of ['', hash.slice(0, 15), `${hash}0`, `${hash.slice(1)}g`, 'word'.repeat(8)])
        expect(readKnownHash(other)).toBeUndefined();
    });

    it('[12.4] is listed for every closing, and as printed by each version of the protocol', () => {
      const first = lived.journal.length;
      annulAndRepeat();
      lived.does(secretary, { type: 'close-session' });
      const printed = lived.journal.length;
      lived.issues().does(secretary, { type: 'note-minutes', questionId: 'q1', edits: null, reported: 'r' });
      const found = verify(lived.journal);
      const at = (position: number) => ({ position, hash: lived.journal[position - 1]!.hash });
      expect(found.sound && found.landmarks).toEqual([
        { kind: 'closing', questionNumber: 1, round: { kind: 'first', number: 1 }, ...at(first) },
        { kind: 'closing', questionNumber: 1, round: { kind: 'revote', number: 2 }, ...at(printed - 1) },
        { kind: 'protocol', version: 1, ...at(printed) },
      ]);
    });
  });

  it.each([1, 4, 9, 12])('[12.4] names position %i when its entry was altered', (position) => {
    const entry = lived.journal[position - 1]!;
    const altered = lived.journal.with(position - 1, {
      ...entry,
      recordedAt: entry.recordedAt.replace('.000Z', '.001Z'),
    });
    expect(verify(altered)).toMatchObject({ sound: false, position, flaw: 'hash' });
  });

  it.each([0, 2])('[12.4] names the second entry of a command when its part was altered to %i', (part) => {
    const two = opened(presets['mfc-central']).does(
      { memberId: 'bo' },
      { type: 'recuse', questionId: 'q1', reason: 'worked there' },
    );
    const last = two.journal.at(-1)!;
    expect(last.part).toBe(1);
    const altered = two.votes({ ann: 'x' }).journal.with(last.position - 1, { ...last, part });
    expect(verify(altered)).toMatchObject({ sound: false, position: last.position, flaw: 'hash' });
  });

  describe('[12.4] a recusal that is sealed while its round is open, as everybody sees it', () => {
    const seen = (lived: Lived): JournalEntry[] =>
      lived.journal.map((entry) => redact(entry, 'public', lived.session));
    let recused: Lived;
    beforeEach(() => {
      recused = opened({ ...presets['mfc-central'], visibility: 'totals' }).does(
        { memberId: 'bo' },
        { type: 'recuse', questionId: 'q1', reason: 'worked there' },
      );
    });

    it.each([0, 2])('does not hold at its second entry when its part was altered to %i', (part) => {
      const { position } = recused.journal.at(-1)!;
      const journal = seen(recused.votes({ ann: 'x' }));
      expect(verify(journal)).toMatchObject({ sound: true });
      const altered = journal.with(position - 1, { ...journal[position - 1]!, part });
      expect(verify(altered)).toMatchObject({ sound: false, position, flaw: 'hash' });
    });

    it('lacks its second entry when that was cut off', () => {
      const position = recused.journal.length;
      expect(verify(seen(recused).slice(0, -1))).toMatchObject({ sound: false, position, flaw: 'missing' });
    });
  });

  it('[12.4] notices that the end of a command was cut off', () => {
    const two = opened(presets['mfc-central']).does(
      { memberId: 'bo' },
      { type: 'recuse', questionId: 'q1', reason: 'worked there' },
    );
    const position = two.journal.length;
    expect(verify(two.journal.slice(0, -1))).toMatchObject({ sound: false, position, flaw: 'missing' });
  });

  it('[12.4] notices an entry that was taken out', () => {
    expect(verify(lived.journal.toSpliced(8, 1))).toMatchObject({
      sound: false,
      position: 9,
      flaw: 'position',
    });
  });

  it('[12.4] finds a ballot that the rules would have refused, in a chain that holds', () => {
    const position =
      lived.journal.findIndex(
        (each) => each.event['memberId'] === 'bo' && each.event.type === 'ballot-cast',
      ) + 1;
    const event = { ...lived.journal[position - 1]!.event, ballot: { nominees: ['nobody'] } };
    expect(verify(forged(lived.journal, position, event))).toMatchObject({
      sound: false,
      position,
      flaw: 'not-by-the-rules',
      detail: expect.stringContaining('choice-not-offered'),
    });
  });

  it('[8.6] finds a ballot recorded in another name than its actor', () => {
    const position =
      lived.journal.findIndex(
        (each) => each.event['memberId'] === 'bo' && each.event.type === 'ballot-cast',
      ) + 1;
    const event = { ...lived.journal[position - 1]!.event, memberId: 'dee' };
    expect(verify(forged(lived.journal, position, event))).toMatchObject({
      sound: false,
      position,
      flaw: 'not-by-the-rules',
    });
  });

  it('[2.3] finds a closing that freezes another list than the one that stood', () => {
    const { event, position } = lived.journal.at(-1)!;
    expect(verify(forged(lived.journal, position, { ...event, notVoted: ['dee'] }))).toMatchObject({
      sound: false,
      position,
    });
  });

  describe('[12.4] what somebody who owns the database adds to the end of it', () => {
    type Added = Pick<JournalEntry, 'event'> & Partial<Pick<JournalEntry, 'part' | 'actor' | 'commandId'>>;
    const after = (journal: readonly JournalEntry[], ...added: readonly Added[]): JournalEntry[] => {
      const all = [...journal];
      for (const each of added) {
        const last = all.at(-1)!;
        const entry = {
          sessionId: 's1',
          position: last.position + 1,
          recordedAt: last.recordedAt,
          actor: 'secretary:account-1',
          commandId: 'added',
          part: 0,
          previousHash: last.hash,
          ...each,
        };
        all.push({ ...entry, hash: sha256Hex(hashedText({ ...entry, hash: '' })) });
      }
      return all;
    };
    const sealed = 'f'.repeat(64);
    const voided: Added = { part: 1, event: { type: 'question-voided', questionId: 'q1', reason: 'so' } };
    const minutes: Added = { event: { type: 'minutes-noted', questionId: 'q1', reported: 'a report' } };

    it('is found behind minutes that anybody may have written', () => {
      expect(verify(after(lived.journal, minutes))).toMatchObject({ sound: true });
      const position = lived.journal.length + 1;
      expect(verify(after(lived.journal, minutes, voided))).toMatchObject({
        sound: false,
        position: position + 1,
      });
      expect(verify(after(lived.journal, { ...minutes, actor: 'bo' }))).toMatchObject({
        sound: false,
        position,
        detail: expect.stringContaining('forbidden'),
      });
    });

    it.each<[string, RecordedEvent]>([
      ['the reason of a recusal', { type: 'recusal-explained', questionId: 'q1', memberId: 'bo', sealed }],
      ['a ballot of no round that is open', { type: 'ballot-cast', roundId: 'r7', sealed }],
      ['a closing', { type: 'round-closed', roundId: 'r7', by: 'duration', sealed }],
      ['another beginning', { ...plan(presets['mfc-central']), type: 'session-convened', sealed }],
      ['no fact that there is', { type: 'nonsense' as RecordedEvent['type'], sealed }],
    ])('is found behind a seal that never opens: %s', (_what, event) => {
      const position = lived.journal.length + 1;
      const flaw = 'not-by-the-rules';
      expect(verify(after(lived.journal, { event }))).toMatchObject({ sound: false, position, flaw });
      expect(verify(after(lived.journal, { event }, voided))).toMatchObject({ sound: false, position, flaw });
    });

    it('is found behind a sealed ballot of a round that is open', () => {
      const open = opened({ ...presets['mfc-central'], visibility: 'turnout' });
      const { roundId } = open.session.questions[0]!.rounds[0]!;
      const event: RecordedEvent = { type: 'ballot-cast', roundId, memberId: 'bo', replaces: null, sealed };
      const ballot: Added = { actor: 'bo', event };
      expect(verify(after(open.journal, ballot))).toMatchObject({ sound: true, stillSealed: 1 });
      const more: Added = { ...voided, actor: 'bo' };
      expect(verify(after(open.journal, ballot, more))).toMatchObject({ sound: false });
      const names = opened(presets['mfc-central']);
      expect(verify(after(names.journal, ballot))).toMatchObject({ sound: false });
    });

    it('is found when an opening overrules what was shown', () => {
      const opening = { salt: 'salt', reason: 'ill', memberId: 'ann' };
      const event: RecordedEvent = {
        type: 'attendance-marked',
        memberId: 'bo',
        attendance: 'absent',
        sealed: sha256Hex(canonicalJson(opening)),
      };
      const journal = after(lived.journal, { event });
      expect(verify(journal)).toMatchObject({ sound: true });
      const shown = journal.with(-1, { ...journal.at(-1)!, opening });
      expect(verify(shown)).toMatchObject({ sound: false, position: journal.length });
    });

    it('is found when a command is recorded twice, or out of parts of different ones', () => {
      const first = lived.journal[1]!;
      const again: Added = { event: first.event, ...(first.commandId && { commandId: first.commandId }) };
      expect(verify(after(lived.journal, again))).toMatchObject({
        sound: false,
        detail: expect.stringContaining('twice'),
      });
      expect(verify(after(lived.journal, { ...minutes, part: 1 }))).toMatchObject({ sound: false });
      const journal = withRecusal();
      const [recused, explained] = journal.splice(-2);
      const { opening, ...other } = explained!;
      const forgedPart = after([...journal, recused!], { ...other, actor: 'dee', commandId: 'another' });
      expect(opening).toBeDefined();
      expect(verify(forgedPart)).toMatchObject({
        sound: false,
        detail: expect.stringContaining('another command'),
      });
    });

    it('is found when it is malformed, instead of stopping the verifier', () => {
      const { roundId } = lived.session.questions[0]!.rounds[0]!;
      for (const event of [
        { type: 'session-amended' },
        { type: 'question-added', question: null },
        { type: 'round-opened', questionId: 'q1', roundId, closesAt: 'some day' },
        { type: 'ballot-cast', roundId, memberId: 'bo', ballot: null },
      ] as RecordedEvent[])
        expect(verify(after(lived.journal, { event }))).toMatchObject({ sound: false });
    });

    const withRecusal = (): JournalEntry[] => [
      ...new Lived(presets['mfc-central']).does(
        { memberId: 'bo' },
        { type: 'recuse', questionId: 'q1', reason: 'worked there' },
      ).journal,
    ];
  });

  it('[11.2] finds that a closing by the deadline is missing', () => {
    const late = opened(presets['mfc-central']).votes({ chair: 'x' });
    late.waits(60 * 24 * 10);
    expect(late.journal.at(-1)?.event).toMatchObject({
      type: 'round-closed',
      by: 'deadline',
      effectiveAt: '2021-06-30T21:00:00.000Z',
    });
    expect(verify(late.journal)).toMatchObject({ sound: true });
    late.does(secretary, { type: 'close-session' });
    const last = late.journal.at(-1)!;
    const [without] = seal(late.journal.at(-3)!, [{ event: { type: 'session-closed' }, hidden: [] }], {
      sessionId: 's1',
      actor: last.actor!,
      commandId: last.commandId!,
      recordedAt: last.recordedAt,
      salt: () => '',
    });
    expect(verify([...late.journal.slice(0, -2), without!.entry])).toMatchObject({
      sound: false,
      flaw: 'missing',
      position: late.journal.length - 1,
    });
  });

  it.each(['turnout', 'totals'] as const)(
    '[10.4] verifies for everybody under %s, before and after the closing',
    (visibility) => {
      const hidden = opened({ ...presets['mfc-central'], visibility }).votes({
        chair: 'x',
        ann: 'y',
        bo: 'y',
      });
      hidden.does({ memberId: 'cy' }, { type: 'recuse', questionId: 'q1', reason: 'worked there' });
      const seen = (): JournalEntry[] =>
        hidden.journal.map((entry) => redact(entry, 'public', hidden.session));
      expect(JSON.stringify(seen())).not.toContain('"y"]');
      expect(verify(seen())).toMatchObject({ sound: true, stillSealed: 3 });
      closeRound(hidden);
      const after = verify(seen());
      expect(after).toMatchObject({ sound: true, stillSealed: 0 });
      expect(after.sound && after.session.questions[0]?.result).toMatchObject({
        winners: [{ nomineeId: 'y', place: 1 }],
      });
      expect(JSON.stringify(seen())).not.toContain('worked there');
    },
  );

  it('[10.2] notices an opening that is withheld after the closing', () => {
    const hidden = closeRound(
      opened({ ...presets['mfc-central'], visibility: 'turnout' }).votes({ chair: 'x', ann: 'y' }),
    );
    const withheld = hidden.journal.map(({ opening, ...entry }) =>
      entry.position === 9 && opening ? entry : { ...entry, ...(opening && { opening }) },
    );
    expect(verify(withheld)).toMatchObject({ sound: false, position: 9, flaw: 'seal' });
  });
});

describe('reading an exported journal', () => {
  it('takes an export and a bare list', () => {
    const { journal } = new Lived(presets['mfc-central']);
    const copy = JSON.parse(JSON.stringify(journal)) as unknown;
    expect(parseJournal({ format: 'open-ballot-journal-1', entries: copy })).toEqual({
      outcome: 'parsed',
      entries: journal,
    });
    expect(parseJournal(copy)).toMatchObject({ outcome: 'parsed' });
  });

  it.each([
    [null],
    ['text'],
    [{}],
    [[]],
    [{ entries: [{ position: 1 }] }],
    [[{ name: 'x' }, 7]],
    [{ entries: {} }],
  ])('says why %j is none', (json) => {
    expect(parseJournal(json)).toMatchObject({ outcome: 'refused', finding: { path: 'entries' } });
  });

  describe('[12.4] with an entry that is none any more', () => {
    const { journal } = closeRound(opened(presets['mfc-central']).votes({ chair: 'x', ann: 'y' }));
    const recount = (entries: readonly unknown[], head?: string) => {
      const parsed = parseJournal({ format: 'open-ballot-journal-1', entries });
      if (parsed.outcome === 'refused') throw new Error(parsed.finding.code);
      return verifyParsed(parsed, head === undefined ? {} : { head });
    };
    const without = (field: keyof JournalEntry) =>
      Object.fromEntries(Object.entries(journal[8]!).filter(([name]) => name !== field));

    it.each<[FindingCode, string, unknown]>([
      ['object', '', 'text'],
      ['object', '', null],
      ['missing', 'event', without('event')],
      ['text', 'event.type', { ...journal[8]!, event: {} }],
      ['missing', 'hash', without('hash')],
      ['digest', 'hash', { ...journal[8]!, hash: 'F'.repeat(64) }],
      ['whole', 'position', { ...journal[8]!, position: '9' }],
      ['object', 'opening', { ...journal[8]!, opening: [] }],
    ])('names its position: %s %s', (code, path, entry) => {
      const broken = { sound: false, position: 9, flaw: 'shape', finding: { code, path } };
      expect(recount(journal.toSpliced(8, 1, entry as JournalEntry))).toMatchObject(broken);
      expect(recount(journal.toSpliced(8, 1, entry as JournalEntry), journal.at(-1)!.hash)).toMatchObject(
        broken,
      );
    });

    it('names the first of several, also in a bare list', () => {
      const parsed = parseJournal([...journal.slice(0, 4), {}, ...journal.slice(5, 7), 'text']);
      expect(parsed).toMatchObject({ outcome: 'malformed', position: 5, entries: journal.slice(0, 4) });
      expect(recount([{}, ...journal.slice(1)])).toMatchObject({ position: 1, flaw: 'shape' });
    });

    it('names an entry before it that does not hold', () => {
      const altered = { ...journal[3]!, actor: 'ann' };
      expect(recount(journal.with(3, altered).toSpliced(8, 1, {} as JournalEntry))).toMatchObject({
        position: 4,
        flaw: 'hash',
      });
    });

    it.each(['names', 'totals'] as const)(
      'does not blame the entry before it for the half of a command, under %s',
      (visibility) => {
        const lived = opened({ ...presets['mfc-central'], visibility }).does(
          { memberId: 'bo' },
          { type: 'recuse', questionId: 'q1', reason: 'worked there' },
        );
        const seen = lived.journal.map((entry) => redact(entry, 'public', lived.session));
        const position = seen.length;
        expect(recount(seen.toSpliced(-1, 1, {} as JournalEntry))).toMatchObject({ position, flaw: 'shape' });
      },
    );
  });
});
