import { describe, expect, it } from '@jest/globals';
import { JournalWriter } from '../../testing/journal-writer.ts';
import { motion, plan, side } from '../../testing/protocol-samples.ts';
import { documentTexts } from '../../testing/protocol-text.ts';
import { buildProtocol } from '../build-protocol.ts';

type Side = 'for' | 'against' | 'abstain';

const surname = (index: number): string => `Ким-${String.fromCharCode(0x410 + index)}аев`;

/** One motion before a commission of so many, all present; the sides are cast in the order of the roll. */
function textsOf(members: number, sides: readonly Side[], recused = 0): string[] {
  const roll = Array.from({ length: members }, (_each, index) => ({
    memberId: `m${index + 1}`,
    name: `${surname(index)} Пётр Петрович`,
    post: 'эксперт',
    body: '',
    role: index === 0 ? ('chair' as const) : ('member' as const),
    votes: true,
  }));
  const all = roll.map(({ memberId }) => memberId);
  const writer = new JournalWriter(
    plan([motion('q', 'О плане', 'Утвердить план')], { roll, establishedSeats: members }),
    '2021-06-25T06:50:00.000Z',
  );
  writer.arrive('in-person', ...all).record('m1', { type: 'session-opened' });
  for (const memberId of all.slice(members - recused))
    writer.record(memberId, { type: 'member-recused', questionId: 'q', memberId });
  writer.vote('q', { ballots: Object.fromEntries(sides.map((each, index) => [all[index], side(each)])) });
  return documentTexts(buildProtocol(writer.entries, { version: '1' })).map((text) =>
    text.replaceAll('\u00A0', ' '),
  );
}

const counts = (texts: readonly string[]) => texts.find((text) => text.startsWith('Результаты голосования:'));
const times = (count: number, each: Side): Side[] => Array<Side>(count).fill(each);

describe('[3.1] the quorum sentence', () => {
  it.each([
    [1, 'Из 1 члена комиссии присутствует 1.'],
    [2, 'Из 2 членов комиссии присутствуют 2.'],
    [5, 'Из 5 членов комиссии присутствуют 5.'],
    [11, 'Из 11 членов комиссии присутствуют 11.'],
    [21, 'Из 21 члена комиссии присутствует 21.'],
  ])('agrees with %i', (members, start) =>
    expect(textsOf(members, []).some((text) => text.startsWith(start))).toBe(true),
  );
});

describe('the counts of a motion', () => {
  it('without a single vote: nothing adopted, everybody named as not voting', () => {
    const texts = textsOf(3, []);
    expect(counts(texts)).toBe(
      'Результаты голосования: «за» – 0, «против» – 0, «воздержались» – 0. Решение не принято.',
    );
    expect(texts).toContain('Не голосовали – 3: П.П. Ким-Ааев, П.П. Ким-Баев, П.П. Ким-Ваев.');
  });

  it.each([
    ['all of twenty-one', 21, times(21, 'for'), 'единогласно'],
    ['the only one', 1, times(1, 'for'), 'единогласно'],
  ] as const)('«единогласно» where %s voted for', (_who, members, sides, word) =>
    expect(counts(textsOf(members, sides))).toBe(
      `Результаты голосования: «за» – ${members}, «против» – 0, «воздержались» – 0. Решение принято ${word}.`,
    ),
  );

  it.each([
    ['abstained', [...times(4, 'for'), 'abstain'], '«за» – 4, «против» – 0, «воздержались» – 1'],
    ['did not vote', times(4, 'for'), '«за» – 4, «против» – 0, «воздержались» – 0'],
    ['was against', [...times(4, 'for'), 'against'], '«за» – 4, «против» – 1, «воздержались» – 0'],
  ] as const)('not «единогласно» where somebody %s', (_what, sides, text) =>
    expect(counts(textsOf(5, sides))).toBe(`Результаты голосования: ${text}. Решение принято.`),
  );

  it.each([
    [1, 'П.П. Ким-Ваев не участвовал(а) в голосовании'],
    [2, 'П.П. Ким-Баев, П.П. Ким-Ваев не участвовали в голосовании'],
  ])('[8.2] names %i recused', (recused, start) =>
    expect(textsOf(3, times(3 - recused, 'for'), recused).some((text) => text.startsWith(start))).toBe(true),
  );

  it('[8.2] speaks of twenty-one recused as of many', () =>
    expect(textsOf(25, times(4, 'for'), 21).join('\n')).toContain(
      'не участвовали в голосовании (конфликт интересов)',
    ));
});
