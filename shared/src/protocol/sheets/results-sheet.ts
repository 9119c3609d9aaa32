import { awardsPlaces, ballotKinds } from '../../rules/kinds/registry.ts';
import type { Nominee, Outcome, Question, Round } from '../../rules/session.ts';
import { numberOf } from '../votes/ballot-text.ts';
import { decimalCell, emptyCell, momentCell, textCell, wholeCell, type LineColumn } from './cells.ts';
import { decisionLines } from '../votes/decision-lines.ts';
import type { Cell } from '../document.ts';
import { isVotedOn, listedIn, withdrawalText } from '../votes/listed-nominees.ts';
import { winnerLabelOf } from '../votes/placing.ts';
import { placesIn, wonBefore } from '../../rules/showing/came-to.ts';
import { kindOf } from '../votes/round-title.ts';
import type { SessionRecord } from '../session-record.ts';

/** Counts of a vote stand in a line of their own and not beside each nominee, where they would add up. */
type ResultLine = { readonly number: number; readonly question: Question } & (
  | { readonly about: 'question'; readonly decision: string }
  | { readonly about: 'round'; readonly round: Round }
  | {
      readonly about: 'nominee';
      readonly round: Round;
      readonly nominee: Nominee;
      readonly place: number | undefined;
      readonly withdrawal: string;
    }
);

export function resultLines(record: SessionRecord): ResultLine[] {
  const { session } = record;
  return session.questions.flatMap((question, index): ResultLine[] => {
    const of = { number: index + 1, question };
    return [
      { ...of, about: 'question', decision: decisionLines(session, question).join(' ') },
      ...question.rounds.flatMap((round): ResultLine[] => [
        { ...of, about: 'round', round },
        ...(round.status === 'open' ? [] : nomineesOf(record, question, round)).map((each) => ({
          ...of,
          ...each,
        })),
      ]),
    ];
  });
}

function nomineesOf(record: SessionRecord, question: Question, round: Round) {
  const places = placesIn(question, round);
  return listedIn(question, round).map((nominee) => ({
    about: 'nominee' as const,
    round,
    nominee,
    place: places.get(nominee.nomineeId),
    withdrawal: withdrawalText(record, question, round, nominee),
  }));
}

export const isDecisive = (line: ResultLine): boolean =>
  line.about === 'question' || (line.about === 'nominee' && line.place !== undefined);

const subjects = { question: 'вопрос', round: 'голосование', nominee: 'номинант' } as const;

const outcomes: Readonly<Record<Outcome['kind'], string>> = {
  adopted: 'решение принято',
  rejected: 'решение не принято',
  won: 'победитель определён',
  'no-winner': 'победитель не определён',
  'no-quorum': 'нет кворума',
  tied: 'голоса разделились поровну',
};

function outcomeText(line: ResultLine): string | undefined {
  if (line.about === 'question') return line.decision;
  if (line.about === 'nominee') {
    const isNamed = line.place !== undefined && line.question.places.kind !== 'ranked';
    const parts = [...(isNamed ? [winnerLabelOf(line.question)] : []), line.withdrawal];
    return parts.filter((each) => each !== '').join('; ') || undefined;
  }
  const { status, outcome, ballotKind } = line.round;
  const isLater = wonBefore(line.question, line.round).length > 0;
  if (status === 'open') return 'голосование продолжается';
  if (status === 'annulled') return 'аннулировано';
  if (outcome?.kind === 'tied' && awardsPlaces(ballotKind)) return 'равный результат';
  if (outcome?.kind === 'no-winner' && isLater) return 'других мест никто не занял';
  return outcome && outcomes[outcome.kind];
}

/** A count of a closed vote as a whole, or of one nominee in it. */
const count =
  (
    ofRound: (round: Round) => number | undefined,
    ofNominee: (round: Round, nomineeId: string) => number | undefined = () => undefined,
  ) =>
  (line: ResultLine): Cell => {
    if (line.about === 'question' || line.round.status === 'open') return emptyCell;
    if (line.about === 'nominee' && !isVotedOn(line.round, line.nominee)) return emptyCell;
    return wholeCell(
      line.about === 'round' ? ofRound(line.round) : ofNominee(line.round, line.nominee.nomineeId),
    );
  };

const talliedIn = ({ ballotKind }: Round) => ballotKinds[ballotKind].tallies;

const motionVotes = (side: string) => (round: Round) =>
  talliedIn(round) === 'sides' ? (round.tally.votes?.[side] ?? 0) : undefined;

const answers = (counts: 'votes' | 'against' | 'abstentions') => (round: Round, nomineeId: string) =>
  talliedIn(round) === 'answers' ? (round.tally[counts]?.[nomineeId] ?? 0) : undefined;

const points = (sumOfPlaces: boolean) => (line: ResultLine) =>
  decimalCell(
    line.about === 'nominee' &&
      isVotedOn(line.round, line.nominee) &&
      talliedIn(line.round) === 'points' &&
      (line.round.parameters.sumOfPlaces ?? false) === sumOfPlaces
      ? (line.round.tally.points?.[line.nominee.nomineeId] ?? '0')
      : undefined,
  );

const ofRound = (line: ResultLine): Round | undefined => (line.about === 'question' ? undefined : line.round);
const onlyRound = (line: ResultLine): Round | undefined => (line.about === 'round' ? line.round : undefined);
const nomineeOf = (line: ResultLine): Nominee | undefined =>
  line.about === 'nominee' ? line.nominee : undefined;

export const resultColumns = (timeZone: string): LineColumn<ResultLine>[] => [
  { title: 'Вопрос', width: 8, of: ({ number }) => wholeCell(number) },
  { title: 'Голосование', width: 13, of: (line) => wholeCell(ofRound(line)?.number) },
  { title: 'Строка', width: 13, of: ({ about }) => textCell(subjects[about]) },
  {
    title: 'Содержание',
    width: 48,
    of: (line) =>
      textCell(
        line.about === 'question'
          ? line.question.title
          : line.about === 'round'
            ? kindOf(line.round)
            : line.nominee.name,
      ),
  },
  {
    title: 'Номинация',
    width: 30,
    of: (line) => textCell(line.about === 'question' ? line.question.nomination : undefined),
  },
  {
    title: 'Категория',
    width: 24,
    of: (line) => textCell(line.about === 'question' ? line.question.category : undefined),
  },
  {
    title: '№ номинанта',
    width: 13,
    of: (line) =>
      line.about === 'nominee' ? wholeCell(numberOf(line.question, line.nominee.nomineeId)) : emptyCell,
  },
  { title: 'Организация', width: 30, of: (line) => textCell(nomineeOf(line)?.organisation) },
  { title: 'Регион', width: 26, of: (line) => textCell(nomineeOf(line)?.region) },
  { title: 'За', width: 8, of: count(motionVotes('for'), answers('votes')) },
  { title: 'Против', width: 9, of: count(motionVotes('against'), answers('against')) },
  {
    title: 'Воздержались',
    width: 14,
    of: count(
      ({ ballotKind, tally }) => (awardsPlaces(ballotKind) ? tally.abstained : (tally.abstained ?? 0)),
      answers('abstentions'),
    ),
  },
  { title: 'Против всех', width: 12, of: count(({ tally }) => tally.votes?.['against-all']) },
  {
    title: 'Голоса',
    width: 9,
    of: count(
      () => undefined,
      (round, nomineeId) =>
        talliedIn(round) === 'choices' ? (round.tally.votes?.[nomineeId] ?? 0) : undefined,
    ),
  },
  {
    title: 'Прежние баллы',
    width: 15,
    of: (line) =>
      decimalCell(line.about === 'nominee' ? line.round.tally.carried?.[line.nominee.nomineeId] : undefined),
  },
  { title: 'Баллы', width: 11, of: points(false) },
  { title: 'Сумма мест', width: 12, of: points(true) },
  {
    title: 'Место',
    width: 8,
    of: (line) =>
      wholeCell(line.about === 'nominee' && line.question.places.kind === 'ranked' ? line.place : undefined),
  },
  { title: 'Итог', width: 60, of: (line) => textCell(outcomeText(line)) },
  { title: 'Имели право', width: 13, of: count(({ entitled }) => entitled.length) },
  { title: 'Бюллетеней', width: 12, of: count(({ ballots }) => ballots.length) },
  {
    title: 'Решающих голосов',
    width: 12,
    of: count(({ tieBreaking }) => tieBreaking.castingVotes.length || undefined),
  },
  { title: 'Не голосовали', width: 15, of: count(({ tally }) => tally.notVoted) },
  { title: 'Самоотводы', width: 12, of: count(({ recused }) => recused.length) },
  { title: 'Открыто', width: 19, of: (line) => momentCell(onlyRound(line)?.openedAt, timeZone) },
  {
    title: 'Закрыто',
    width: 19,
    of: (line) => {
      const round = onlyRound(line);
      return momentCell(round?.effectiveAt ?? round?.closedAt, timeZone);
    },
  },
];
