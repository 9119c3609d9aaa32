import { shown } from '../../rules/counting/exact.ts';
import { ballotKinds } from '../../rules/kinds/registry.ts';
import { paperOf } from '../../rules/counting/tally.ts';
import { seatOf, type Ballot, type BallotKindName, type Question, type Round } from '../../rules/session.ts';
import { numberOf, nomineeText } from './ballot-text.ts';
import { column, heading, note, row, signatures, table } from '../blocks.ts';
import type { Block } from '../document.ts';
import { isVotedOn, listedIn, withdrawalRemark } from './listed-nominees.ts';
import { kindWords } from './kind-words.ts';
import { alphabetically } from '../people/names.ts';
import { headingOf } from '../question-title.ts';
import { placeColumn, placeText } from './placing.ts';
import { placesIn } from '../../rules/showing/came-to.ts';
import { roundTitle } from './round-title.ts';
import { scoringText } from './scoring-text.ts';
import { holderAt } from '../people/seat-holder.ts';
import type { SessionRecord } from '../session-record.ts';
import { secretaryOf } from '../people/signature-block.ts';
import { asSentence } from '../language/wording.ts';
import { roman, decimal } from '../../words/numbers.ts';
import { memberTitle } from '../language/declined-names.ts';

/** The sheets that members fill in where points or places are given. */
const sheets: Readonly<
  Record<BallotKindName, ((record: SessionRecord, question: Question, round: Round) => Block) | undefined>
> = {
  motion: undefined,
  approval: undefined,
  choose: undefined,
  rank: placeSheets,
  score: scoreSheets,
};

/** Of a round that is over, whether points or places were given in it. */
export const hasScoreSheets = ({ status, ballotKind }: Round): boolean =>
  status !== 'open' && sheets[ballotKind] !== undefined;

/** Оценочные листы и сводная ведомость of every closed round where points or places were given. */
export function scoreSheetBlocks(record: SessionRecord): Block[] {
  return record.session.questions.flatMap((question, index) =>
    question.rounds
      .filter(hasScoreSheets)
      .flatMap((round) => [
        heading(
          2,
          `Вопрос ${index + 1}. ${question.rounds.length > 1 ? `${asSentence(headingOf(question))} ${roundTitle(round)}` : headingOf(question)}`,
        ),
        heading(3, 'Оценочные листы'),
        sheetsGiven(record, question, round),
        heading(3, 'Сводная ведомость'),
        summary(record, question, round),
        note(scoringText(round).join(' ')),
        round.status === 'annulled'
          ? note('Результаты этого голосования аннулированы.')
          : officers(record, round),
      ]),
  );
}

const sheetsGiven = (record: SessionRecord, question: Question, round: Round): Block =>
  (round.ballots.length > 0 && sheets[round.ballotKind]?.(record, question, round)) ||
  note('Оценочные листы не поданы.');

/** The summary is signed by who presided over the vote, and by the secretary. */
function officers(record: SessionRecord, round: Round): Block {
  const secretary = secretaryOf(record);
  const presiding = holderAt(record, round.presidingId, round.closedPosition);
  return signatures([
    { post: 'Председательствующий', name: record.naming.initialsFirst(presiding.name) },
    { post: 'Секретарь', name: secretary === undefined ? '' : record.naming.initialsFirst(secretary) },
  ]);
}

function sheetsOf({ session, naming }: SessionRecord, { ballots }: Round) {
  return ballots
    .map((counted) => ({ ...counted, name: seatOf(session, counted.memberId)?.name ?? counted.memberId }))
    .sort(alphabetically)
    .map((each) => ({ ...each, name: naming.surnameFirst(each.name) }));
}

function scoreSheets(record: SessionRecord, question: Question, round: Round): Block {
  const criteria = round.parameters.criteria ?? [];
  const weighted = criteria.some(({ weight }) => weight !== '1');
  const totalled = criteria.length > 1 || weighted;
  const rows = sheetsOf(record, round).flatMap(({ name, ballot }) => {
    if (!ballot || !('scores' in ballot))
      return [row([name, 'воздерж.', ...criteria.map(() => ''), ...(totalled ? [''] : [])])];
    return round.nomineeIds.map((nomineeId) =>
      row([
        name,
        `№ ${numberOf(question, nomineeId)}`,
        ...criteria.map(({ criterionId }) => decimal('ru', ballot.scores[nomineeId]?.[criterionId] ?? '–')),
        ...(totalled ? [totalGiven(ballot, nomineeId, round)] : []),
      ]),
    );
  });
  return table(
    [
      column(memberTitle(record.session), 3, 'left'),
      column('Номинант', 1.3),
      ...criteria.map(({ title, weight }) =>
        column(weight === '1' ? title : `${title} (вес ${decimal('ru', weight)})`, 1.8),
      ),
      ...(totalled ? [column(weighted ? 'Итого с учётом весов' : 'Итого', 1.5)] : []),
    ],
    rows,
    { keyColumns: 2, size: 'dense' },
  );
}

/** All that one ballot gives a nominee: what is rounded, and where, is a matter of the summary. */
const totalGiven = (ballot: Ballot, nomineeId: string, round: Round): string =>
  decimal('ru', shown(ballotKinds[round.ballotKind].preference(ballot, nomineeId, paperOf(round))));

function placeSheets(record: SessionRecord, question: Question, round: Round): Block {
  const sheets = sheetsOf(record, round);
  const depth = Math.max(
    0,
    ...sheets.map(({ ballot }) => (ballot && 'places' in ballot ? ballot.places.length : 0)),
  );
  const places = Array.from({ length: depth }, (_each, index) => index);
  return table(
    [
      column(memberTitle(record.session), 3, 'left'),
      ...places.map((index) => column(`${roman(index + 1)} место`, 1.3)),
    ],
    sheets.map(({ name, ballot }) => {
      const given = ballot && 'places' in ballot ? ballot.places : [];
      return row([
        name,
        ...places.map((index) => {
          const nomineeId = given[index];
          return nomineeId === undefined
            ? given.length === 0 && index === 0
              ? 'воздерж.'
              : '–'
            : `№ ${numberOf(question, nomineeId)}`;
        }),
      ]);
    }),
    { size: 'dense' },
  );
}

function summary(record: SessionRecord, question: Question, round: Round): Block {
  const places = placesIn(question, round);
  const { carried, points = {} } = round.tally;
  const given = round.ballots.filter(({ ballot }) => ballot && !('choice' in ballot)).length;
  return table(
    [
      column('№', 0.6),
      column('Номинант', 5, 'left'),
      column('Оценочных листов', 1.6),
      ...(carried ? [column('Прежние баллы', 1.6)] : []),
      column(carried ? 'Всего' : kindWords(round).total, 1.6),
      placeColumn(question),
    ],
    listedIn(question, round).map((nominee) => {
      const { nomineeId } = nominee;
      const counted = isVotedOn(round, nominee)
        ? [given, ...[...(carried ? [carried] : []), points].map((of) => decimal('ru', of[nomineeId] ?? '0'))]
        : ['–', '–', ...(carried ? ['–'] : [])];
      return row(
        [
          numberOf(question, nomineeId),
          nomineeText(nominee) + withdrawalRemark(record, question, round, nominee),
          ...counted,
          placeText(question, places.get(nomineeId)),
        ],
        places.has(nomineeId),
      );
    }),
    { keyColumns: 2, size: 'dense' },
  );
}
