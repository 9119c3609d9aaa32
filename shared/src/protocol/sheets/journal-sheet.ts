import {
  actorOf,
  eventOf,
  type EventType,
  type JournalEntry,
  type SessionEvent,
} from '../../rules/events.ts';
import { seatOf, type Question, type Round, type Session } from '../../rules/session.ts';
import { ballotText, byName, sides } from '../votes/ballot-text.ts';
import { momentCell, textCell, wholeCell, type LineColumn } from './cells.ts';
import { genitiveOfBody } from '../language/declined-names.ts';
import { clock, dayOf, dayText } from '../language/moments.ts';
import { holderAt, holderText } from '../people/seat-holder.ts';
import type { SessionRecord } from '../session-record.ts';

const facts: Readonly<Record<EventType, string>> = {
  'session-convened': 'заседание назначено',
  'session-amended': 'сведения о заседании уточнены',
  'question-added': 'вопрос включён в повестку',
  'session-opened': 'заседание открыто',
  'session-adjourned': 'объявлен перерыв',
  'session-closed': 'заседание закрыто',
  'session-cancelled': 'заседание отменено',
  'attendance-marked': 'отмечена явка',
  'chair-passed': 'передано ведение заседания',
  'substitute-appointed': 'назначен замещающий',
  'round-opened': 'голосование открыто',
  'ballot-cast': 'подан голос',
  'ballot-entered': 'голос внесён секретарём',
  'round-closed': 'голосование закрыто',
  'round-annulment-requested': 'запрошено аннулирование голосования',
  'round-annulled': 'голосование аннулировано',
  'question-voided': 'номинация не состоялась',
  'question-dropped': 'вопрос снят с рассмотрения',
  'nominee-withdrawn': 'заявка снята с рассмотрения',
  'member-recused': 'самоотвод',
  'recusal-explained': 'указана причина самоотвода',
  'casting-vote-given': 'дан решающий голос',
  'tie-breaker-declined': 'способ разрешения равенства не применён',
  'lot-recorded': 'записана жеребьёвка',
  'minutes-noted': 'записан ход обсуждения',
  'dissent-filed': 'подано особое мнение',
  'deadline-extended': 'срок подведения итогов перенесён',
  'protocol-issued': 'протокол выпущен',
  'protocol-signed': 'протокол подписан',
  'signature-attached': 'к протоколу приложена подпись',
};

const marks = {
  'in-person': 'очно',
  remote: 'дистанционно',
  absent: 'отсутствует',
  left: 'убыл(а)',
  expected: 'ожидается',
} as const;

interface JournalLine {
  readonly entry: JournalEntry;
  readonly event: SessionEvent;
  readonly question: number | undefined;
  readonly round: number | undefined;
  readonly member: string | undefined;
  readonly content: string;
  readonly actor: string | undefined;
}

/** The journal to read and filter; the file that can be verified is the JSON one. */
export function journalLines(record: SessionRecord, journal: readonly JournalEntry[]): JournalLine[] {
  const { session } = record;
  const nameOf = (memberId: string) => seatOf(session, memberId)?.name ?? memberId;
  const subjectOf = subjectsIn(session);
  return journal.map((entry) => {
    const event = eventOf(entry);
    const subject = subjectOf(event);
    return {
      entry,
      event,
      question: subject.number,
      round: subject.round?.number,
      member: 'memberId' in event && event.memberId !== undefined ? nameOf(event.memberId) : undefined,
      content: contentOf(event, subject, session.timeZone),
      actor: actorText(record, actorOf(entry), entry.position),
    };
  });
}

interface Subject {
  readonly number?: number;
  readonly question?: Question;
  readonly round?: Round;
}

/** What a fact is about. A journal has thousands of facts on the same few rounds. */
function subjectsIn({ questions }: Session): (event: SessionEvent) => Subject {
  const numbered = questions.map((question, index) => ({ number: index + 1, question }));
  const byQuestion = new Map<string, Subject>(numbered.map((each) => [each.question.questionId, each]));
  const byRound = new Map<string, Subject>(
    numbered.flatMap((each) => each.question.rounds.map((round) => [round.roundId, { ...each, round }])),
  );
  return (event) =>
    ('roundId' in event && byRound.get(event.roundId)) ||
    ('questionId' in event && byQuestion.get(event.questionId)) ||
    {};
}

function actorText(record: SessionRecord, actor: string | undefined, position: number): string | undefined {
  if (actor === undefined) return undefined;
  if (actor === 'server') return 'программа';
  return actor.startsWith('secretary:')
    ? 'секретарь'
    : holderText(record, holderAt(record, actor, position), (name) => name);
}

/** What beside the question and the member says what happened; long texts stand in the protocol itself. */
function contentOf(event: SessionEvent, { question, round }: Subject, timeZone: string): string {
  const call = question ? byName(question) : (nomineeId: string) => nomineeId;
  const parts: (string | undefined)[] = [
    event.type === 'attendance-marked' ? marks[event.attendance] : undefined,
    'ballot' in event && event.ballot && round ? ballotText(event.ballot, round, call) : undefined,
    'choice' in event && event.choice ? sides[event.choice] : undefined,
    'nomineeId' in event && event.nomineeId !== undefined ? call(event.nomineeId) : undefined,
    event.type === 'lot-recorded' ? event.nomineeIds.map(call).join(', ') : undefined,
    'version' in event ? `версия ${event.version}` : undefined,
    'fileName' in event ? event.fileName : undefined,
    event.type === 'substitute-appointed' ? `${event.name}, ${event.mandate}` : undefined,
    event.type === 'deadline-extended'
      ? `${dayText(dayOf(event.moment, timeZone))}, ${clock(event.moment, timeZone)}`
      : undefined,
    'reason' in event ? event.reason : undefined,
    'document' in event ? event.document : undefined,
  ];
  return parts.filter((part) => part).join('; ');
}

export const journalColumns = (session: Session): LineColumn<JournalLine>[] => [
  { title: '№', width: 7, of: ({ entry }) => wholeCell(entry.position) },
  { title: 'Записано', width: 19, of: ({ entry }) => momentCell(entry.recordedAt, session.timeZone) },
  { title: 'Что произошло', width: 36, of: ({ event }) => textCell(facts[event.type]) },
  { title: 'Вопрос', width: 8, of: ({ question }) => wholeCell(question) },
  { title: 'Голосование', width: 13, of: ({ round }) => wholeCell(round) },
  { title: `Член ${genitiveOfBody(session)}`, width: 40, of: ({ member }) => textCell(member) },
  { title: 'Содержание', width: 50, of: ({ content }) => textCell(content) },
  { title: 'Кто', width: 40, of: ({ actor }) => textCell(actor) },
  { title: 'Хеш записи (SHA-256)', width: 76, of: ({ entry }) => ({ type: 'text', text: entry.hash }) },
];
