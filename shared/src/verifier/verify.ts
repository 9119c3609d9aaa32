import { emptyHead, flawOf, sha256Hex, type ChainFlaw, type Head } from '../journal/chain.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { evolve } from '../journal/replay.ts';
import { convene } from '../rules/plan/convene.ts';
import { decide } from '../rules/decide.ts';
import { dueFacts } from '../rules/due.ts';
import { binds } from '../rules/editions.ts';
import { actorOf, commandIdOf, eventOf, type JournalEntry, type SessionEvent } from '../rules/events.ts';
import type { Fact } from '../rules/fact.ts';
import { questionOf, roundOf, type Session } from '../rules/session.ts';
import { unseenBallot } from './unseen-ballot.ts';
import { knownEntryIn, type KnownEntry } from './known-hash.ts';
import { landmarksOf, type Landmark } from './landmarks.ts';
import type { ParsedJournal } from './parse-journal.ts';
import { commandBehind } from './command-behind.ts';
import { entryFault } from './file/event-shapes.ts';
import { finding, findingText, type Finding } from './file/finding.ts';

/**
 * Why a journal does not hold. The chain's own flaws; `shape` for what is no entry any more; `not-by-the-rules` for a
 * fact that the rules would not have recorded; `missing` for one that they would have before this; `head` for a known
 * hash that the journal lacks.
 */
export type Flaw = ChainFlaw | 'shape' | 'not-by-the-rules' | 'missing' | 'head';

export type Verification =
  | {
      readonly sound: true;
      readonly entries: number;
      readonly head: string;
      /** The session as recounted: every tally, tie and outcome computed here and now. */
      readonly session: Session;
      /** Entries of rounds still open whose choice nobody outside may know yet. */
      readonly stillSealed: number;
      /** What of it the known hash vouches for; absent where none was given. */
      readonly known?: KnownEntry;
      readonly landmarks: readonly Landmark[];
    }
  | {
      readonly sound: false;
      readonly position: number;
      readonly flaw: Flaw;
      /** English, for people. */
      readonly detail: string;
      /** What exactly is wrong with the entry, where that can be said in both languages. */
      readonly finding?: Finding;
    };

export interface VerifyOptions {
  /** What is known of a hash from elsewhere, the hall screen or a signed protocol, as `readKnownHash` spells it. */
  readonly head?: string;
}

/**
 * Recounts a published journal from nothing but itself (rule 12.4): chain and seals, then every fact asked of the
 * rules once more, so that nobody voted who could not and every closing, tie and outcome is theirs.
 */
export function verify(journal: readonly JournalEntry[], options: VerifyOptions = {}): Verification {
  let head: Head = emptyHead;
  let session: Session | undefined;
  let stillSealed = 0;
  const commandIds = new Set<string>();
  for (let index = 0; index < journal.length;) {
    const group = commandFrom(journal, index);
    try {
      for (const [part, entry] of group.entries()) {
        const misfit = misfitOf(entry, journal[0]!, session);
        if (misfit) return unfit(index + part + 1, misfit);
        const flaw = flawOf(entry, head);
        if (flaw) return broken(head.position + 1, flaw, chainFlawText[flaw]);
        head = entry;
      }
      const objection = objectionToGroup(group, commandIds) ?? objectionTo(session, group);
      if (objection) return flawAfter(group, journal[index + group.length], head, objection);
      for (const entry of group) {
        session = evolve(session, entry);
        if (isStillSealed(session, entry)) stillSealed += 1;
      }
    } catch (error) {
      // The rules know every fact they record. What they stumble over was not recorded by them.
      return broken(index + 1, 'not-by-the-rules', `it is malformed: ${(error as Error).message}`);
    }
    index += group.length;
  }
  if (!session) return broken(1, 'position', 'the journal is empty');
  const withheld = firstWithheld(session);
  if (withheld !== undefined)
    return broken(withheld, 'seal', 'its round has closed, but its opening is withheld');
  const known = options.head === undefined ? undefined : knownEntryIn(journal, options.head);
  if (options.head !== undefined && !known)
    return broken(head.position, 'head', 'the known hash is not in this journal');
  const landmarks = landmarksOf(session, journal);
  const counted = { entries: journal.length, head: head.hash, session, stillSealed, landmarks };
  return { sound: true, ...counted, ...(known && { known }) };
}

/** The same for a file as it was read: up to its first entry that is none any more, at the latest there it breaks. */
export function verifyParsed(
  parsed: Exclude<ParsedJournal, { readonly outcome: 'refused' }>,
  options: VerifyOptions = {},
): Verification {
  if (parsed.outcome === 'parsed') return verify(parsed.entries, options);
  // The head may lie behind what can be read.
  const before = verify(parsed.entries);
  return !before.sound && before.position < parsed.position ? before : unfit(parsed.position, parsed.finding);
}

/** Why an entry cannot stand in a journal that begins like this, whatever the rules say to it. */
function misfitOf(
  entry: JournalEntry,
  { sessionId: borne }: JournalEntry,
  session: Session | undefined,
): Finding | undefined {
  const { sessionId: named } = entry;
  if (named !== borne) return finding('foreign-session', 'sessionId', { named, borne });
  return isHeldToShape(entry, session) ? entryFault(entry) : undefined;
}

/** An amendment that raises the edition is held to it itself (rule 12.6). */
function isHeldToShape({ event }: JournalEntry, session: Session | undefined): boolean {
  const plans = [session ?? event, event['changes']] as readonly (
    { readonly edition?: number } | undefined
  )[];
  return plans.some((each) => each && binds('bounds-in-journal', each));
}

const chainFlawText: Readonly<Record<ChainFlaw, string>> = {
  position: 'the position does not follow the one before',
  'previous-hash': 'it is not chained to the entry before',
  moment: 'its moment lies before that of the entry before',
  hash: 'its content does not have its hash',
  seal: 'its opening does not have its seal',
};

type Unsound = Extract<Verification, { readonly sound: false }>;

const broken = (position: number, flaw: Flaw, detail: string): Unsound => ({
  sound: false,
  position,
  flaw,
  detail,
});

const unfit = (position: number, why: Finding): Verification => ({
  ...broken(position, 'shape', findingText(why, 'en')),
  finding: why,
});

const againstTheRules = (position: number, why: Finding): Verification => ({
  ...broken(position, 'not-by-the-rules', findingText(why, 'en')),
  finding: why,
});

/** The entries of one command: part 0 and the parts that follow it. */
function commandFrom(journal: readonly JournalEntry[], start: number): JournalEntry[] {
  let end = start + 1;
  while (end < journal.length && journal[end]!.part === end - start) end += 1;
  return journal.slice(start, end);
}

/** A fact missing at the end of a command may be there, but altered: then it is that entry that does not hold. */
function flawAfter(
  group: readonly JournalEntry[],
  next: JournalEntry | undefined,
  head: Head,
  objection: Verification,
): Verification {
  const isMissing = !objection.sound && objection.position === (group.at(-1)?.position ?? 0) + 1;
  const flaw = isMissing && next ? flawOf(next, head) : undefined;
  return flaw ? broken(head.position + 1, flaw, chainFlawText[flaw]) : objection;
}

/** What speaks against these entries being one command, given once (rules 9.3, 12.1). */
function objectionToGroup(group: readonly JournalEntry[], known: Set<string>): Verification | undefined {
  const [first, ...more] = group;
  if (!first) return undefined;
  if (first.part !== 0) return broken(first.position, 'not-by-the-rules', 'a command begins with part 0');
  const commandId = commandIdOf(first);
  if (commandId !== undefined && known.has(commandId))
    return broken(first.position, 'not-by-the-rules', `the command ${commandId} is recorded twice`);
  if (commandId !== undefined) known.add(commandId);
  const stray = more.find(
    (each) => differ(commandIdOf(each), commandId) || differ(actorOf(each), actorOf(first)),
  );
  return stray && broken(stray.position, 'not-by-the-rules', 'it belongs to another command than part 0');
}

/** Whether two names differ, as far as both are open. */
const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** What the rules say against these facts, or undefined when they would have recorded just them. */
function objectionTo(session: Session | undefined, group: readonly JournalEntry[]): Verification | undefined {
  const [first] = group;
  if (!first) return undefined;
  const event = eventOf(first);
  if (!session) {
    if (event.type !== 'session-convened')
      return broken(first.position, 'not-by-the-rules', 'a journal begins with session-convened');
    const { type: _type, ...plan } = event;
    const convened = convene(plan);
    return convened.outcome === 'refused'
      ? broken(first.position, 'not-by-the-rules', `${convened.code}: ${convened.detail}`)
      : compare(group, convened.facts);
  }
  const due = dueFacts(session, first.recordedAt);
  if (actorOf(first) === 'server')
    return due && due.commandId === first.commandId
      ? compare(group, due.facts)
      : broken(first.position, 'not-by-the-rules', 'nothing of the kind was due');
  if (due) return broken(first.position, 'missing', `${due.commandId} was due before this`);
  return objectionToCommand(session, group, first);
}

function objectionToCommand(
  session: Session,
  group: readonly JournalEntry[],
  first: JournalEntry,
): Verification | undefined {
  if (isYetToBeOpened(session, group)) {
    if (first.event.type === 'member-recused') return group.length === 1 ? notAsMany(group, 2) : undefined;
    const unseen = unseenBallot(session, first);
    return unseen.outcome === 'admitted'
      ? compare(group, unseen.facts)
      : againstTheRules(first.position, unseen.finding);
  }
  const asked = commandBehind(first, session);
  if (!asked)
    return broken(
      first.position,
      'not-by-the-rules',
      `nobody could have recorded ${first.event.type} like this`,
    );
  const verdict = decide(session, asked.command, asked.caller, asked.surroundings, sha256Hex);
  if (verdict.outcome === 'refused')
    return broken(first.position, 'not-by-the-rules', `${verdict.code}: ${verdict.detail}`);
  if (verdict.actor !== actorOf(first)) return broken(first.position, 'not-by-the-rules', 'another actor');
  return compare(group, verdict.facts);
}

/**
 * Whether these entries are a choice, or a recusal, that is sealed while its round is open: what is hidden the rules
 * are asked once it has closed, and until then it can bring nothing else with it (rule 10.4).
 */
function isYetToBeOpened(session: Session, group: readonly JournalEntry[]): boolean {
  const types = group.map(({ event }) => event.type).join();
  const { event } = group[0]!;
  if (group.some((each) => each.event.sealed === undefined || each.opening !== undefined)) return false;
  switch (types) {
    case 'ballot-cast':
    case 'ballot-entered':
      return (
        session.ruleSet.visibility !== 'names' &&
        roundOf(session, String(event['roundId']))?.round.status === 'open' &&
        !('ballot' in event)
      );
    // The recusal alone is half of the command; why, is always recorded with it.
    case 'member-recused':
    case 'member-recused,recusal-explained':
      return (
        session.ruleSet.visibility === 'totals' &&
        group.every(
          (each) => each.event['questionId'] === event['questionId'] && !('memberId' in each.event),
        ) &&
        (questionOf(session, String(event['questionId']))?.rounds.some(({ status }) => status === 'open') ??
          false)
      );
    default:
      return false;
  }
}

const notAsMany = (group: readonly JournalEntry[], facts: number): Verification =>
  broken(
    group[0]!.position + Math.min(group.length, facts),
    group.length < facts ? 'missing' : 'not-by-the-rules',
    `${facts} facts follow from this, ${group.length} are recorded`,
  );

/** Whether the entries are these facts, as far as they are open: sealed fields may be hidden, never different. */
function compare(group: readonly JournalEntry[], facts: readonly Fact[]): Verification | undefined {
  if (group.length !== facts.length) return notAsMany(group, facts.length);
  for (const [index, { event, hidden }] of facts.entries()) {
    const entry = group[index]!;
    if ((entry.event.sealed !== undefined) !== hidden.length > 0)
      return broken(
        entry.position,
        'not-by-the-rules',
        hidden.length > 0
          ? 'something is not sealed that should be'
          : 'something is sealed that should not be',
      );
    if (!sealsJust(hidden, entry))
      return broken(entry.position, 'not-by-the-rules', 'what is sealed is not what should be');
    const concealed = hidden.filter((field) => nobodysBusiness.has(field) || entry.opening === undefined);
    if (canonicalJson(without(event, concealed)) !== canonicalJson(without(eventOf(entry), concealed)))
      return broken(
        entry.position,
        'not-by-the-rules',
        `${event.type} does not say what follows from the rules`,
      );
  }
  return undefined;
}

/** Whether the hidden fields, and no others, are in the sealed part: an opening must not overrule what was shown. */
const sealsJust = (
  hidden: readonly string[],
  { event, opening, actor, commandId }: JournalEntry,
): boolean => {
  const shown: Record<string, unknown> = { ...event, actor, commandId };
  return (
    hidden.every((field) => shown[field] === undefined) &&
    Object.keys(opening ?? {}).every((field) => field === 'salt' || hidden.includes(field))
  );
};

/** Free text that no rule computes: it is whatever was written. */
const nobodysBusiness: ReadonlySet<string> = new Set(['reason', 'document']);

const without = (event: SessionEvent, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(event).filter(([field]) => !fields.includes(field)));

/** After its closing every choice of a round is public (rule 10.2): a journal without them cannot be recounted. */
const firstWithheld = (session: Session): number | undefined =>
  session.questions
    .flatMap(({ rounds }) => rounds.filter((round) => round.status !== 'open'))
    .flatMap(({ sealed }) => sealed.filter((each) => !each.opened).map((each) => each.position))
    .toSorted((a, b) => a - b)[0];

const isStillSealed = (session: Session, entry: JournalEntry): boolean =>
  entry.opening === undefined &&
  entry.event.sealed !== undefined &&
  typeof entry.event['roundId'] === 'string' &&
  roundOf(session, entry.event['roundId'])?.round.status === 'open';
