import { ballotKinds } from '../rules/kinds/registry.ts';
import { seatOf, type Question, type Round } from '../rules/session.ts';
import { numberOf, nomineeText } from './ballot-text.ts';
import { column, heading, note, row, table } from './blocks.ts';
import type { Block } from './document.ts';
import { alphabetically } from './names.ts';
import type { SessionRecord } from './session-record.ts';
import { roundTitle } from './vote-result.ts';
import { roman, withComma } from './wording.ts';

/** Оценочные листы and сводная ведомость of every closed round where points or places were given. */
export function scoreSheetBlocks(record: SessionRecord): Block[] {
  return record.session.questions.flatMap((question, index) =>
    question.rounds
      .filter(({ status, ballotKind }) => status !== 'open' && !ballotKinds[ballotKind].countsVotes)
      .flatMap((round) => [
        heading(
          2,
          `Вопрос ${index + 1}. ${question.title}${question.rounds.length > 1 ? ` (${roundTitle(round).toLowerCase()})` : ''}`,
        ),
        heading(3, 'Оценочные листы'),
        round.parameters.criteria
          ? scoreSheets(record, question, round)
          : placeSheets(record, question, round),
        heading(3, 'Сводная ведомость'),
        summary(question, round),
        ...(round.status === 'annulled' ? [note('Результаты этого голосования аннулированы.')] : []),
      ]),
  );
}

function sheetsOf({ session, naming }: SessionRecord, { ballots }: Round) {
  return ballots
    .map((counted) => ({ ...counted, name: seatOf(session, counted.memberId)?.name ?? counted.memberId }))
    .sort(alphabetically)
    .map((each) => ({ ...each, name: naming.surnameFirst(each.name) }));
}

function scoreSheets(record: SessionRecord, question: Question, round: Round): Block {
  const criteria = round.parameters.criteria ?? [];
  const rows = sheetsOf(record, round).flatMap(({ name, ballot }) => {
    if (!ballot || !('scores' in ballot)) return [row([name, 'воздерж.', ...criteria.map(() => '')])];
    return round.nomineeIds.map((nomineeId) =>
      row([
        name,
        `№ ${numberOf(question, nomineeId)}`,
        ...criteria.map(({ criterionId }) => withComma(ballot.scores[nomineeId]?.[criterionId] ?? '–')),
      ]),
    );
  });
  return table(
    [
      column('Член комиссии', 3, 'left'),
      column('Номинант', 1.3),
      ...criteria.map(({ title, weight }) =>
        column(weight === '1' ? title : `${title} (вес ${withComma(weight)})`, 1.8),
      ),
    ],
    rows,
    { keyColumns: 2, size: 'dense' },
  );
}

function placeSheets(record: SessionRecord, question: Question, round: Round): Block {
  const sheets = sheetsOf(record, round);
  const depth = Math.max(
    0,
    ...sheets.map(({ ballot }) => (ballot && 'places' in ballot ? ballot.places.length : 0)),
  );
  const places = Array.from({ length: depth }, (_each, index) => index);
  return table(
    [column('Член комиссии', 3, 'left'), ...places.map((index) => column(`${roman(index + 1)} место`, 1.3))],
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

function summary(question: Question, round: Round): Block {
  const places = new Map(
    (round.status === 'annulled' ? [] : (round.outcome?.winners ?? [])).map((each) => [
      each.nomineeId,
      each.place,
    ]),
  );
  const sheets = round.ballots.filter(({ ballot }) => ballot && !('choice' in ballot)).length;
  return table(
    [
      column('№', 0.6),
      column('Номинант', 5, 'left'),
      column('Оценочных листов', 1.6),
      column(round.parameters.sumOfPlaces ? 'Сумма мест' : 'Итоговый балл', 1.6),
      column('Место', 1.1),
    ],
    question.nominees
      .filter(({ nomineeId }) => round.nomineeIds.includes(nomineeId))
      .map((nominee) => {
        const place = places.get(nominee.nomineeId);
        return row(
          [
            numberOf(question, nominee.nomineeId),
            nomineeText(nominee),
            sheets,
            withComma(round.tally.points?.[nominee.nomineeId] ?? '0'),
            place === undefined ? '' : roman(place),
          ],
          place !== undefined,
        );
      }),
    { keyColumns: 2, size: 'dense' },
  );
}
