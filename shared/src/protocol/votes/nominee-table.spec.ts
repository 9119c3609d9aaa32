import { expect, it } from '@jest/globals';
import { presets } from '../../rules/plan/presets.ts';
import { toNominee } from '../../testing/protocol-samples.ts';
import { bestOf, nomineesOf, sitting, votesOn } from '../../testing/vote-texts.ts';

const withdrawsTheThird = {
  type: 'withdraw-nominee',
  questionId: 'q',
  nomineeId: 'c',
  reason: 'заявление участника.',
} as const;

it('[4.5] keeps who withdrew before the vote, without a count', () => {
  const session = sitting([bestOf()]).tell(withdrawsTheThird);
  session.vote({ m1: toNominee('a'), m2: toNominee('b'), m3: toNominee('a') });
  expect(nomineesOf(session)).toEqual([
    ['№', 'Номинант', 'Регион', 'Голоса', 'Итог'],
    ['1', 'МФЦ города Тулы', 'Тульская область', '2', 'победитель'],
    ['2', 'МФЦ «Мои документы»', 'Пермский край', '1', ''],
    [
      '3',
      'Климова Екатерина Андреевна (заявка снята с рассмотрения: заявление участника)',
      'Кировская область',
      '–',
      '',
    ],
  ]);
});

it('[4.5] keeps the votes of who withdrew after it, and leaves them out of a runoff', () => {
  const session = sitting([bestOf({ ties: ['runoff'] })]);
  session.vote({
    m1: toNominee('a'),
    m2: toNominee('b'),
    m3: toNominee('a'),
    m4: toNominee('b'),
    m5: toNominee('c'),
  });
  session.tell(withdrawsTheThird).vote({ m1: toNominee('a') });
  const names = votesOn(session).filter((text) => text.startsWith('Климова'));
  expect(names).toEqual([
    'Климова Екатерина Андреевна (заявка снята после голосования: заявление участника)',
  ]);
  expect(nomineesOf(session)[3]?.[3]).toBe('1');
});

it('[5.2] counts whole ballots of abstention apart from the answers on each nominee', () => {
  const session = sitting([bestOf({ kind: 'approval', parameters: {} })], { ruleSet: presets.rating });
  session.vote({ m1: { answers: { a: 'for', b: 'against', c: 'abstain' } }, m2: { choice: 'abstain' } });
  expect(nomineesOf(session)[3]?.slice(3)).toEqual(['0', '0', '2']);
  expect(votesOn(session).join()).toContain('Подано бюллетеней – 2, воздержались по всем номинантам – 1.');
});

it('[6.6] says why an entrant is not awarded again, whatever winners are called', () => {
  const session = sitting(
    [
      bestOf({
        winnerLabel: 'лауреат',
        nominees: bestOf().nominees.map((each) => ({ ...each, entrantId: each.nomineeId })),
      }),
    ],
    { ruleSet: { ...presets['mfc-central'], oneWinPerEntrant: true }, earlierWinners: ['a'] },
  ).vote({ m1: toNominee('a'), m2: toNominee('b') });
  expect(votesOn(session)).toContain(
    'Повторно не награждаются (правило одной победы участника) – 1: МФЦ города Тулы (Тульская область).',
  );
});
