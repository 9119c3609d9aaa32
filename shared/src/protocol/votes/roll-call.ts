import {
  isWrittenProcedure,
  type Question,
  type Round,
  type Seat,
  type Session,
} from '../../rules/session.ts';
import { ballotText, byNumber, sides } from './ballot-text.ts';
import { column, note, row, table } from '../blocks.ts';
import type { Block } from '../document.ts';
import { alphabetically } from '../people/names.ts';
import type { SessionRecord } from '../session-record.ts';
import { memberTitle } from '../language/declined-names.ts';

/**
 * Member × vote: every closed round has a column, annulled ones too (rule 10.2: names, always).
 * Whoever gave a casting vote has a row as well, though their seat has no vote (rule 7.2).
 */
export interface RollCall {
  readonly votes: readonly string[];
  readonly members: readonly { readonly name: string; readonly cells: readonly string[] }[];
  /** What the short words in the cells mean. */
  readonly legend: readonly string[];
}

export const isInRollCall = ({ status }: Round): boolean => status !== 'open';

/** Undefined while no vote has come to its end. */
export function rollCallOf(record: SessionRecord): RollCall | undefined {
  const { session, naming } = record;
  const votes = session.questions.flatMap((question, index) =>
    question.rounds.filter(isInRollCall).map((round) => ({
      title: columnTitle(index + 1, question, round),
      cell: cellsOf(record, question, round),
    })),
  );
  if (votes.length === 0) return undefined;
  const members = session.roll
    .filter((seat) => seat.votes || gaveCastingVote(session, seat))
    .sort(alphabetically)
    .map((seat) => ({ name: naming.surnameFirst(seat.name), cells: votes.map(({ cell }) => cell(seat)) }));
  return {
    votes: votes.map(({ title }) => title),
    members,
    legend: legend(session, members.flatMap(({ cells }) => cells).join('\n')),
  };
}

const gaveCastingVote = ({ questions }: Session, { memberId }: Seat): boolean =>
  questions.some(({ rounds }) =>
    rounds.some(({ tieBreaking }) => tieBreaking.castingVotes.some((each) => each.memberId === memberId)),
  );

export function rollCallBlocks(record: SessionRecord): Block[] {
  const rollCall = rollCallOf(record);
  if (!rollCall) return [];
  return [
    table(
      [
        column('№', 0.55),
        column(memberTitle(record.session), 3.3, 'left'),
        ...rollCall.votes.map((title) => column(title, 1.5)),
      ],
      rollCall.members.map(({ name, cells }, index) => row([index + 1, name, ...cells])),
      { keyColumns: 2, size: 'dense' },
    ),
    ...(rollCall.legend.length > 0 ? [note(`${rollCall.legend.join('; ')}.`)] : []),
  ];
}

const columnTitle = (number: number, question: Question, round: Round): string =>
  `Вопрос ${number}` +
  (question.rounds.length > 1 ? `, голос. ${round.number}` : '') +
  (round.status === 'annulled' ? ' (аннулир.)' : '');

function cellsOf({ closings }: SessionRecord, question: Question, round: Round): (seat: Seat) => string {
  const ballots = new Map(round.ballots.map((each) => [each.memberId, each]));
  const recused = new Set(round.recused);
  const notVoted = new Set(closings.get(round.roundId)?.notVoted);
  const substituted = new Set(closings.get(round.roundId)?.substituted);
  const call = byNumber(question);
  return ({ memberId, votes }) => {
    const casting = round.tieBreaking.castingVotes
      .filter((each) => each.memberId === memberId)
      .map(({ choice, nomineeId = '' }) => `реш. голос: ${choice ? sides[choice] : call(nomineeId)}`);
    if (!votes) return casting.length > 0 ? casting.join('; ') : '–';
    const counted = ballots.get(memberId);
    if (!counted)
      return recused.has(memberId) ? 'самоотвод' : notVoted.has(memberId) ? 'не голос.' : 'отсутств.';
    const marks = [
      ...(counted.basis === 'by-hand' ? ['со слов'] : []),
      ...(counted.basis === 'written' ? ['письм.'] : []),
      ...(substituted.has(memberId) ? ['замест.'] : []),
      ...(counted.changes > 0 ? [`изм. ${counted.changes}`] : []),
    ];
    const vote = counted.ballot ? ballotText(counted.ballot, round, call) : 'скрыто';
    return [vote, ...marks].join('; ');
  };
}

const explanationsIn = (session: Session): readonly (readonly [sign: RegExp, text: string])[] => [
  [/^I – /m, '«I», «II» … – место, отданное номинанту'],
  [/№/, '«№» – номинант с этим номером в таблице вопроса'],
  [/воздерж\./, '«воздерж.» – воздержание'],
  [/не голос\./, `«не голос.» – голос${isWrittenProcedure(session) ? '' : ' присутствующим'} не подан`],
  [/отсутств\./, '«отсутств.» – отсутствие при голосовании'],
  [/самоотвод/, '«самоотвод» – неучастие в голосовании (конфликт интересов)'],
  [/реш\. голос/, '«реш. голос» – решающий голос председательствующего, подан после голосования'],
  [/^–$/m, '«–» – без права голоса'],
  [/со слов/, '«со слов» – голос внесён секретарём со слов голосовавшего'],
  [/письм\./, '«письм.» – письменный бюллетень'],
  [/замест\./, '«замест.» – голос замещающего лица'],
  [/изм\. /, '«изм.» – голос изменён до закрытия голосования, указано число изменений'],
  [/оценки/, '«оценки» – баллы приведены в оценочных листах'],
];

const legend = (session: Session, cells: string): string[] =>
  explanationsIn(session)
    .filter(([sign]) => sign.test(cells))
    .map(([, text]) => text);
