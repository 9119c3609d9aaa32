import type { Question, Round } from '../../rules/session.ts';
import { numberOf, nomineeText } from './ballot-text.ts';
import { column, row, table } from '../blocks.ts';
import type { Block, Column } from '../document.ts';
import { kindWords } from './kind-words.ts';
import { isVotedOn, listedIn, withdrawalRemark } from './listed-nominees.ts';
import { placeColumn, placeText } from './placing.ts';
import { placesIn } from '../../rules/showing/came-to.ts';
import type { SessionRecord } from '../session-record.ts';
import { decimal } from '../../words/numbers.ts';

/** The nominees of a vote with what each of them got. */
export function nomineeTable(record: SessionRecord, question: Question, round: Round): Block {
  const shown = listedIn(question, round);
  const withRegion = shown.some((nominee) => nominee.region);
  const counts = countsOf(round);
  const places = placesIn(question, round);
  const withPlace = shown.some(({ nomineeId }) => places.has(nomineeId));
  return table(
    [
      column('№', 0.6),
      column('Номинант', 4.5, 'left'),
      ...(withRegion ? [column('Регион', 3, 'left')] : []),
      ...counts.columns,
      ...(withPlace ? [placeColumn(question)] : []),
    ],
    shown.map((nominee) => {
      const { nomineeId } = nominee;
      return row(
        [
          numberOf(question, nomineeId),
          nomineeText({ ...nominee, region: undefined }) + withdrawalRemark(record, question, round, nominee),
          ...(withRegion ? [nominee.region ?? ''] : []),
          ...(isVotedOn(round, nominee) ? counts.cells(nomineeId) : counts.columns.map(() => '–')),
          ...(withPlace ? [placeText(question, places.get(nomineeId))] : []),
        ],
        places.has(nomineeId),
      );
    }),
    { keyColumns: 2 },
  );
}

interface Counted {
  readonly columns: readonly Column[];
  readonly cells: (nomineeId: string) => readonly string[];
}

function countsOf(round: Round): Counted {
  const { tally } = round;
  const by = (counts: Readonly<Record<string, number>> | undefined) => (nomineeId: string) =>
    String(counts?.[nomineeId] ?? 0);
  if (tally.against) {
    const lines = [tally.votes, tally.against, tally.abstentions].map(by);
    return {
      columns: [column('За', 0.9), column('Против', 1.6), column('Воздерж.', 1.9)],
      cells: (nomineeId) => lines.map((line) => line(nomineeId)),
    };
  }
  if (tally.points) {
    const { points, carried } = tally;
    const shown = (of: Readonly<Record<string, string>>) => (id: string) => decimal('ru', of[id] ?? '0');
    const lines = [...(carried ? [shown(carried)] : []), shown(points)];
    return {
      columns: [
        ...(carried ? [column('Прежние баллы', 1.5)] : []),
        column(carried ? 'Всего' : kindWords(round).total, 1.5),
      ],
      cells: (nomineeId) => lines.map((line) => line(nomineeId)),
    };
  }
  return {
    columns: [column(kindWords(round).total, 1.2)],
    cells: (nomineeId) => [by(tally.votes)(nomineeId)],
  };
}
