import { describe, expect, it } from '@jest/globals';
import { buildProtocol } from '../build-protocol.ts';
import { motion, side, toNominee } from '../../testing/protocol-samples.ts';
import { bestOf, resolvedOn, sitting, votesOn } from '../../testing/vote-texts.ts';

it('[4.2] a void nomination was declared, not voted on', () => {
  const nominees = bestOf().nominees.slice(0, 1);
  const session = sitting([bestOf({ nominees, minEntries: 2, category: 'МФЦ крупных городов' })]);
  session.tell({ type: 'declare-void', questionId: 'q', reason: 'подана 1 заявка при необходимых 2.' });
  expect(resolvedOn(session)).toEqual([
    '1.1. Номинация «Лучший МФЦ» (категория «МФЦ крупных городов») не состоялась (подана 1 заявка при необходимых 2). Голосование не проводилось.',
  ]);
});

it('[4.2] a nomination may be void after a vote that was annulled', () => {
  const session = sitting([bestOf({ minEntries: 3 })])
    .vote({ m1: toNominee('a') })
    .annul();
  session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'c', reason: 'заявление участника' });
  session.tell({ type: 'declare-void', questionId: 'q', reason: 'осталось 2 заявки' });
  expect(resolvedOn(session)).toEqual(['1.1. Номинация «Лучший МФЦ» не состоялась (осталось 2 заявки).']);
});

describe('[6.5] what is not awarded', () => {
  const vote = { m1: toNominee('a'), m2: toNominee('a'), m3: toNominee('b') };
  const ranked = (...counts: readonly number[]) => ({ kind: 'ranked', counts }) as const;

  it('is named place by place', () =>
    expect(resolvedOn(sitting([bestOf({ places: ranked(1, 1, 1) })]).vote(vote)).at(-1)).toBe(
      '1.3. III место не присуждать.',
    ));

  it('is told in its part where a place is for several', () =>
    expect(resolvedOn(sitting([bestOf({ places: ranked(1, 2, 1) })]).vote(vote)).at(-1)).toBe(
      '1.3. Одно из двух II мест, III место не присуждать.',
    ));

  it('[6.4] is what a shared place leaves', () => {
    const session = sitting([bestOf({ places: ranked(1, 1, 1), ties: ['shared'] })]);
    session.vote({ m1: toNominee('a'), m2: toNominee('b') });
    expect(resolvedOn(session)).toEqual([
      '1.1. Присудить I место в номинации «Лучший МФЦ»: МФЦ города Тулы (Тульская область); МФЦ «Мои документы» (Пермский край).',
      '1.2. II место, III место не присуждать.',
    ]);
  });

  it('is a number of titles among equal laureates', () =>
    expect(resolvedOn(sitting([bestOf({ places: { kind: 'laureates', count: 3 } })]).vote(vote)).at(-1)).toBe(
      '1.2. Не присуждено званий – 1.',
    ));

  it('[6.4] is nothing where all win who reach the floor', () => {
    const floor = { base: 'participants', threshold: { n: 1, d: 3, compare: 'at-least' } } as const;
    const decision = { kind: 'plurality', floor } as const;
    const session = sitting([bestOf({ places: { kind: 'all' }, decision })]).vote({
      ...vote,
      m4: toNominee('b'),
    });
    expect(resolvedOn(session)).toEqual([
      '1.1. Признать победителями в номинации «Лучший МФЦ»: МФЦ города Тулы (Тульская область); МФЦ «Мои документы» (Пермский край).',
    ]);
  });

  it('a place and its number are not torn apart', () => {
    const { entries } = sitting([bestOf({ places: ranked(1) })]).vote(vote);
    expect(JSON.stringify(buildProtocol(entries, { version: '1' }).questions[0]?.resolved)).toContain(
      'Присудить I\u00A0место',
    );
  });
});

it('the category stands in brackets behind the nomination', () => {
  const session = sitting([bestOf({ category: 'МФЦ крупных городов' })]).vote({ m1: toNominee('a') });
  expect(resolvedOn(session)).toEqual([
    '1.1. Признать победителем в номинации «Лучший МФЦ» (категория «МФЦ крупных городов»): МФЦ города Тулы (Тульская область).',
  ]);
});

describe('the wording of a motion', () => {
  const put = 'На голосование поставлено: «Утвердить план».';
  const texts = (ballots: Parameters<ReturnType<typeof sitting>['vote']>[0]) =>
    votesOn(sitting([motion('q', 'О плане', 'Утвердить план.')]).vote(ballots));

  it('stands above a vote that decided nothing', () =>
    expect(texts({ m2: side('for'), m3: side('against') })).toContain(put));

  it.each([
    ['adopted', side('for')],
    ['rejected', side('against')],
  ])('is not said twice where it was %s', (_what, ballot) =>
    expect(texts({ m2: ballot })).not.toContain(put),
  );
});
