import { describe, expect, it } from '@jest/globals';
import type { Question } from '../../rules/session.ts';
import { member, type LivedSession } from '../../testing/lived-session.ts';
import { motion, side, toNominee } from '../../testing/protocol-samples.ts';
import { bestOf, chairWithoutVote, sitting } from '../../testing/vote-texts.ts';
import type { Cell } from '../document.ts';
import { isDecisive, resultColumns, resultLines } from './results-sheet.ts';
import { recordOf } from '../session-record.ts';

const valueOf = (cell: Cell): string | number | undefined =>
  cell.type === 'whole'
    ? cell.value
    : cell.type === 'text' || cell.type === 'decimal'
      ? cell.text
      : undefined;

/** One column of the sheet, the lines of a question's last round only. */
const columnOf = ({ entries }: LivedSession, title: string, about: 'nominee' | 'round' = 'nominee') => {
  const column = resultColumns('Europe/Moscow').find((each) => each.title === title);
  return resultLines(recordOf(entries))
    .filter((line) => line.about === about)
    .map((line) => column && valueOf(column.of(line)));
};

const nomination = (places: Question['places']) => sitting([bestOf({ places })]);
const vote = { m1: toNominee('a'), m2: toNominee('a'), m3: toNominee('b') };

describe('[9.2] an annulled vote', () => {
  it('gives no place', () => {
    const session = nomination({ kind: 'ranked', counts: [1, 1] }).vote(vote);
    expect(columnOf(session, 'Место')).toEqual([1, 2, undefined]);
    session.annul();
    expect(session.round().outcome?.winners).toHaveLength(2);
    expect(columnOf(session, 'Место')).toEqual([undefined, undefined, undefined]);
    expect(resultLines(recordOf(session.entries)).filter(isDecisive)).toHaveLength(1);
  });

  it('makes nobody a winner', () => {
    const session = nomination({ kind: 'laureates', count: 1 }).vote(vote);
    expect(columnOf(session, 'Итог')).toEqual(['победитель', undefined, undefined]);
    expect(columnOf(session.annul(), 'Итог')).toEqual([undefined, undefined, undefined]);
  });
});

it('[4.5] who withdrew before the vote stays listed without a count', () => {
  const session = nomination({ kind: 'laureates', count: 1 });
  session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'c', reason: 'заявление' }).vote(vote);
  expect(columnOf(session, 'Голоса')).toEqual([2, 1, undefined]);
  expect(columnOf(session, 'Итог')).toEqual([
    'победитель',
    undefined,
    'заявка снята с рассмотрения: заявление',
  ]);
});

it('[4.5] nor does such a nominee have points', () => {
  const session = sitting([bestOf({ kind: 'rank', parameters: { points: ['5', '3'] } })]);
  session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'c', reason: 'заявление' });
  expect(columnOf(session.vote({ m1: { places: ['a', 'b'] } }), 'Баллы')).toEqual(['5', '3', undefined]);
});

it('[7.2] a casting vote is counted apart from the ballots', () => {
  const session = sitting(
    [{ ...motion('q', 'О плане', 'Утвердить план'), ties: ['casting-vote'] }],
    chairWithoutVote,
  ).vote({ m2: side('for'), m3: side('against') });
  expect(columnOf(session, 'Решающих голосов', 'round')).toEqual([undefined]);
  session.tell({ type: 'give-casting-vote', roundId: session.round().roundId, choice: 'for' }, member('m1'));
  expect(columnOf(session, 'Бюллетеней', 'round')).toEqual([2]);
  expect(columnOf(session, 'Решающих голосов', 'round')).toEqual([1]);
});
