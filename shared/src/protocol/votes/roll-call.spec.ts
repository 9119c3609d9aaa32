import { describe, expect, it } from '@jest/globals';
import { member } from '../../testing/lived-session.ts';
import { motion, roll, side, toNominee } from '../../testing/protocol-samples.ts';
import { appendixTable, appendixTexts, bestOf, chairWithoutVote, sitting } from '../../testing/vote-texts.ts';

const ofPlan = motion('r', 'О плане', 'Утвердить план');

it('[7.2] has a row for a presiding member who gave a casting vote without having one', () => {
  const session = sitting(
    [bestOf({ ties: ['casting-vote'] }), ofPlan, { ...ofPlan, questionId: 's', ties: ['casting-vote'] }],
    {
      roll: roll.slice(0, 5).map((seat, index) => ({ ...seat, votes: index !== 0 })),
      establishedSeats: 4,
    },
  );
  const casts = (questionId: string, answer: { nomineeId: string } | { choice: 'against' }) =>
    session.tell(
      { type: 'give-casting-vote', roundId: session.round(questionId).roundId, ...answer },
      member('m1'),
    );
  session.vote({ m2: toNominee('a'), m3: toNominee('b') });
  casts('q', { nomineeId: 'b' });
  session.vote({ m2: side('for'), m3: side('for') }, 'r').vote({ m2: side('for'), m3: side('against') }, 's');
  casts('s', { choice: 'against' });
  expect(appendixTable(session, 'roll-call', '№')[4]).toEqual([
    '4',
    'Орлов В.С.',
    'реш. голос: № 2',
    '–',
    'реш. голос: против',
  ]);
  expect(appendixTexts(session, 'roll-call').at(-1)).toContain(
    '«реш. голос» – решающий голос председательствующего, подан после голосования; «–» – без права голоса',
  );
});

it('leaves out a seat without a vote that gave none', () => {
  const session = sitting([ofPlan], chairWithoutVote);
  session.vote({ m2: side('for') }, 'r');
  expect(appendixTable(session, 'roll-call', '№').map((cells) => cells[1])).not.toContain('Орлов В.С.');
});

it('[8.5] marks a ballot that the secretary entered at the word of a member', () => {
  const session = sitting([ofPlan], {}, ['m1', 'm2', 'm3', 'm4', 'm5']).openRound('r');
  session.cast({ m1: side('abstain') }, 'r');
  session.tell({
    type: 'enter-ballot',
    roundId: session.round('r').roundId,
    memberId: 'm2',
    ballot: side('for'),
    basis: 'by-hand',
  });
  session.close('r');
  expect(appendixTable(session, 'roll-call', '№')[2]?.[2]).toBe('за; со слов');
  expect(appendixTexts(session, 'roll-call').at(-1)).toBe(
    '«воздерж.» – воздержание; «не голос.» – голос присутствующим не подан; «отсутств.» – отсутствие при голосовании; «со слов» – голос внесён секретарём со слов голосовавшего.',
  );
});

describe('[5.4] places on a ballot', () => {
  const ranked = bestOf({ kind: 'rank', parameters: { points: ['5', '3', '1'] } });
  const session = sitting([ranked]).vote({ m1: { places: ['b', 'a', 'c'] } });

  it('are no sign of a seat without a vote', () =>
    expect(appendixTexts(session, 'roll-call').at(-1)).not.toContain('без права голоса'));

  it('are written like places, and explained', () => {
    expect(appendixTable(session, 'roll-call', '№').flat()).toContain('I – № 2, II – № 1, III – № 3');
    expect(appendixTexts(session, 'roll-call').at(-1)).toContain('«I», «II» … – место, отданное номинанту');
    const chosen = sitting([bestOf()]).vote({ m1: toNominee('a') });
    expect(appendixTexts(chosen, 'roll-call').at(-1)).not.toContain('место');
  });
});

it('needs no note where nothing in it is short', () => {
  const session = sitting(
    [ofPlan],
    {},
    roll.map(({ memberId }) => memberId),
  );
  session.vote(Object.fromEntries(roll.map(({ memberId }) => [memberId, side('for')])), 'r');
  expect(appendixTexts(session, 'roll-call').at(-1)).toBe('за');
});
