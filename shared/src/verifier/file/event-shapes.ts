import { bounds } from '../../rules/bounds.ts';
import { eventOf, type EventType, type JournalEntry, type SessionEvent } from '../../rules/events.ts';
import {
  annulmentGrounds,
  attendances,
  ballotKindNames,
  enteredBases,
  sides,
  type ClosedBy,
  type RoundKind,
} from '../../rules/session.ts';
import type { PersonalTieBreaker } from '../../rules/plan/rule-set.ts';
import { under } from '../../rules/fault.ts';
import type { Finding } from './finding.ts';
import { amendment, parameters, planShapes, question } from './plan-shapes.ts';
import {
  decimal,
  digest,
  fields,
  flag,
  id,
  listOf,
  oneOf,
  optional,
  orNull,
  recordOf,
  text,
  utc,
  variantByField,
  whole,
  type Shape,
  type ShapesOf,
} from './shapes.ts';

type Event<Type extends EventType> = Extract<SessionEvent, { readonly type: Type }>;

const event = <Type extends EventType>(shapes: ShapesOf<Omit<Event<Type>, 'type'>>): Shape =>
  fields<Omit<Event<Type>, 'type'>>(shapes);

const answersTo = (answer: Shape): Shape => recordOf(id, answer, bounds.nominees);
const nominees = listOf(id, bounds.nominees);
const members = listOf(id, bounds.roll);

const ballot = variantByField({
  choice: fields({ choice: oneOf(...sides, 'against-all') }),
  answers: fields({ answers: answersTo(oneOf(...sides)) }),
  nominees: fields({ nominees }),
  places: fields({ places: nominees }),
  scores: fields({ scores: answersTo(recordOf(id, decimal, bounds.criteria)) }),
});

const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>): Shape =>
  oneOf(...Object.keys(names));
const roundKind = namesOf<RoundKind>({ first: true, runoff: true, next: true, revote: true });
const closedBy = namesOf<ClosedBy>({ hand: true, duration: true, 'all-voted': true, deadline: true });
const personal = namesOf<PersonalTieBreaker>({ 'casting-vote': true, 'lot-by-hand': true, runoff: true });

/** What every kind of fact may say, and nothing else: as the edge takes it, as the rules make it (rule 12.4). */
const shapes: { readonly [Type in EventType]: Shape } = {
  'session-convened': event<'session-convened'>(planShapes),
  'session-amended': event<'session-amended'>({ changes: amendment }),
  'question-added': event<'question-added'>({ question }),
  'session-opened': event<'session-opened'>({}),
  'session-adjourned': event<'session-adjourned'>({ reason: text() }),
  'session-closed': event<'session-closed'>({}),
  'session-cancelled': event<'session-cancelled'>({ reason: text() }),
  'attendance-marked': event<'attendance-marked'>({
    memberId: id,
    attendance: oneOf(...attendances),
    reason: optional(text()),
  }),
  'chair-passed': event<'chair-passed'>({ memberId: id }),
  'substitute-appointed': event<'substitute-appointed'>({ memberId: id, name: text(), mandate: text() }),
  'round-opened': event<'round-opened'>({
    questionId: id,
    roundId: id,
    number: whole(1),
    kind: roundKind,
    ballotKind: oneOf(...ballotKindNames),
    parameters,
    nomineeIds: nominees,
    closesAt: optional(utc),
  }),
  'ballot-cast': event<'ballot-cast'>({
    roundId: id,
    memberId: optional(id),
    ballot: optional(ballot),
    replaces: optional(orNull(whole(1))),
  }),
  'ballot-entered': event<'ballot-entered'>({
    roundId: id,
    basis: oneOf(...enteredBases),
    memberId: optional(id),
    ballot: optional(ballot),
    document: optional(text()),
  }),
  'round-closed': event<'round-closed'>({
    roundId: id,
    by: closedBy,
    effectiveAt: utc,
    entitled: members,
    present: members,
    recused: members,
    substituted: members,
    notVoted: members,
    quorumStood: flag,
  }),
  'round-annulment-requested': event<'round-annulment-requested'>({
    roundId: id,
    ground: oneOf(...annulmentGrounds),
    reason: text(),
  }),
  'round-annulled': event<'round-annulled'>({ roundId: id }),
  'question-voided': event<'question-voided'>({ questionId: id, reason: text() }),
  'question-dropped': event<'question-dropped'>({ questionId: id, reason: text() }),
  'nominee-withdrawn': event<'nominee-withdrawn'>({ questionId: id, nomineeId: id, reason: text() }),
  'member-recused': event<'member-recused'>({ questionId: id, memberId: optional(id) }),
  'recusal-explained': event<'recusal-explained'>({
    questionId: id,
    memberId: optional(id),
    reason: optional(text()),
    document: optional(text()),
  }),
  'casting-vote-given': event<'casting-vote-given'>({
    roundId: id,
    memberId: id,
    choice: optional(oneOf('for', 'against')),
    nomineeId: optional(id),
  }),
  'tie-breaker-declined': event<'tie-breaker-declined'>({ roundId: id, tieBreaker: personal }),
  'lot-recorded': event<'lot-recorded'>({ roundId: id, nomineeIds: nominees, witnesses: text() }),
  'minutes-noted': event<'minutes-noted'>({
    questionId: id,
    reported: optional(text(0)),
    discussed: optional(text(0)),
    resolved: optional(text(0)),
  }),
  'dissent-filed': event<'dissent-filed'>({ questionId: id, memberId: id, text: text() }),
  'deadline-extended': event<'deadline-extended'>({ moment: utc, document: text() }),
  'protocol-issued': event<'protocol-issued'>({
    version: whole(1),
    throughPosition: whole(1),
    reason: optional(text()),
    files: recordOf(id, digest, bounds.nominees),
  }),
  'protocol-signed': event<'protocol-signed'>({
    version: whole(1),
    sha256: digest,
    role: oneOf('presiding', 'secretary'),
  }),
  'signature-attached': event<'signature-attached'>({
    version: whole(1),
    fileName: text(1, bounds.fileName),
    sha256: digest,
  }),
};

/** A member, or an office before an id; a command of the server names what it is about before an id. */
const name = text(1, 2 * bounds.id);

const outside = fields<Pick<JournalEntry, 'sessionId' | 'actor' | 'commandId'>>({
  sessionId: id,
  actor: optional(name),
  commandId: optional(name),
});

/** The first thing that an entry says which no entry may, its opening included; of what is sealed nobody knows. */
export function entryFault(entry: JournalEntry): Finding | undefined {
  const { sessionId, event: told, opening: { salt, ...opened } = { salt: undefined } } = entry;
  const { actor = entry.actor, commandId = entry.commandId } = opened as Partial<JournalEntry>;
  const wrong =
    outside({ sessionId, actor, commandId }, '') ??
    (salt === undefined ? undefined : name(salt, 'opening.salt'));
  if (wrong) return { ...wrong, path: placeOf(wrong.path, opened, '') };
  const { type, ...said } = eventOf(entry);
  // Whether there is such a fact, the rules say.
  const inside = Object.hasOwn(shapes, told.type) ? shapes[type](said, '') : undefined;
  return inside && { ...inside, path: placeOf(inside.path, opened, 'event') };
}

/** The path as it stands in the file: in the opening of an entry, or in the event itself. */
const placeOf = (path: string, opened: object, elsewhere: string): string => {
  const [field = ''] = path.split('.');
  return under(field in opened ? 'opening' : elsewhere, path);
};
