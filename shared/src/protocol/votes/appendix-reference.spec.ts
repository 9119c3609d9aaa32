import { describe, expect, it } from '@jest/globals';
import type { JournalEntry } from '../../rules/events.ts';
import { member } from '../../testing/lived-session.ts';
import { motion, side, smallSession, toNominee } from '../../testing/protocol-samples.ts';
import { bestOf, sitting, votesOn } from '../../testing/vote-texts.ts';
import { documentTexts } from '../../testing/protocol-text.ts';
import { buildProtocol } from '../build-protocol.ts';
import type { Block } from '../document.ts';
import { buildExtract } from '../extract.ts';

const nbsp = '\u00A0';
const names = (number: number): string =>
  `Поименные результаты голосования${nbsp}– приложение №${nbsp}${number}.`;
const namesAndSheets = (first: number, second: number): string =>
  `${names(first).slice(0, -1)}, оценочные листы и сводная ведомость${nbsp}– приложение №${nbsp}${second}.`;

/** What is said of appendices below the votes on each question, as it is set. */
const references = (journal: readonly JournalEntry[]): string[][] =>
  buildProtocol(journal, { version: '1' }).questions.map(({ votes }) =>
    textsOf(votes).flatMap((text) => text.match(/[^.]+приложение[^.]+\./g)?.map((each) => each.trim()) ?? []),
  );

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? block.runs.map(({ text }) => text).join('') : []));

describe('a vote refers to the appendix that holds its detail', () => {
  const journal = smallSession();

  it('every vote that is over, annulled ones too, to the roll call; where points were given, to the score sheets', () =>
    expect(references(journal)).toEqual([
      [names(2)],
      [names(2)],
      [names(2)],
      [names(2), names(2)],
      [namesAndSheets(2, 3), namesAndSheets(2, 3)],
      [],
      [],
    ]));

  it('by the number and title that the appendix has', () => {
    const { appendices } = buildProtocol(journal, { version: '1' });
    const told = references(journal).flat().join(' ').replaceAll(nbsp, ' ').toLowerCase();
    const named = [...told.matchAll(/([а-яё ]+) – приложение № (\d+)/g)];
    expect(new Set(named.map(([, , number]) => number))).toEqual(new Set(['2', '3']));
    for (const [, title = '', number] of named)
      expect(appendices[Number(number) - 1]?.title.toLowerCase()).toBe(title.trim());
  });

  it('not while it goes on: no appendix has it yet', () => {
    const session = sitting([motion('q', 'О плане', 'Утвердить план')]).openRound();
    session.cast({ m1: side('for') });
    expect(references(session.entries)).toEqual([[]]);
  });

  it('and not in an extract, which carries no appendices', () => {
    for (const questionId of ['mfc', 'initiative'])
      expect(documentTexts(buildExtract(journal, questionId, { version: '1' })!).join()).not.toMatch(
        /приложение №/,
      );
  });
});

describe('a nomination says how many applications were admitted', () => {
  const admittedTo = (session: { readonly entries: readonly JournalEntry[] }): string[] =>
    textsOf(buildProtocol(session.entries, { version: '1' }).questions[0]!.votes)
      .flatMap((text) => text.match(/Допущено[^.]*\./)?.[0] ?? [])
      .map((text) => text.replaceAll(nbsp, ' '));
  const withdraws = (nomineeId: string) =>
    ({ type: 'withdraw-nominee', questionId: 'q', nomineeId, reason: 'заявление' }) as const;
  const criterion = { criterionId: 'k', title: 'К', min: '0', max: '5', step: '1', weight: '1' };

  it.each([
    ['choose', { min: 1, max: 1 }, toNominee('a')],
    ['approval', {}, { answers: { a: 'for', b: 'against', c: 'against' } }],
    ['rank', { points: ['5', '3', '1'] }, { places: ['a', 'b', 'c'] }],
    [
      'score',
      { criteria: [criterion], aggregate: 'mean', rounding: { at: 'none', digits: 0 } },
      { scores: { a: { k: '5' }, b: { k: '4' }, c: { k: '3' } } },
    ],
  ] as const)('once for all its votes: %s', (kind, parameters, ballot) =>
    expect(admittedTo(sitting([bestOf({ kind, parameters })]).vote({ m1: ballot }))).toEqual([
      'Допущено заявок – 3.',
    ]),
  );

  it('[4.5] and how many of them were withdrawn before it, not after', () => {
    const ties = { ties: ['runoff'] } as const;
    const voted = sitting([bestOf(ties)]).vote({ m1: toNominee('a'), m2: toNominee('b') });
    expect(admittedTo(voted.tell(withdraws('c')).vote({ m1: toNominee('a') }))).toEqual([
      'Допущено заявок – 3.',
    ]);
    expect(
      admittedTo(
        sitting([bestOf()])
          .tell(withdraws('c'))
          .vote({ m1: toNominee('a') }),
      ),
    ).toEqual(['Допущено заявок – 3, из них снято с рассмотрения до голосования – 1.']);
  });

  it('[4.2] [4.5] names them where the nomination was void and no table does', () => {
    const nominees = bestOf().nominees.slice(0, 2);
    const session = sitting([bestOf({ nominees, minEntries: 2 }), bestOf({ questionId: 'r', nominees: [] })]);
    session.tell({ ...withdraws('b'), reason: 'письмо участника.' });
    for (const questionId of ['q', 'r'])
      session.tell({ type: 'declare-void', questionId, reason: 'мало заявок' });
    expect(votesOn(session)).toEqual([
      'Допущено заявок – 2: МФЦ города Тулы (Тульская область); МФЦ «Мои документы» (Пермский край) – заявка снята с рассмотрения: письмо участника.',
    ]);
    expect(votesOn(session, 2)).toEqual(['Допущено заявок – 0.']);
  });

  it('[4.2] but a motion, and a nomination that did not come to a vote, say nothing', () => {
    const session = sitting([motion('q', 'О плане', 'Утвердить план')]);
    expect(admittedTo(session.vote({ m1: side('for'), m2: side('against') }))).toEqual([]);
    expect(admittedTo(sitting([bestOf()]).tell({ type: 'close-session' }, member('m1')))).toEqual([]);
  });
});
