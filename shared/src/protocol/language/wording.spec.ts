import { describe, expect, it } from '@jest/globals';
import { asContinuation, asSentence, confer, conferredOnAll } from './wording.ts';
import { counted, roman, share } from '../../words/numbers.ts';

const ofVotes = ['голос', 'голоса', 'голосов'] as const;
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('counted', () => {
  it.each([
    [0, '0 голосов'],
    [1, '1 голос'],
    [2, '2 голоса'],
    [4, '4 голоса'],
    [5, '5 голосов'],
    [11, '11 голосов'],
    [12, '12 голосов'],
    [21, '21 голос'],
    [22, '22 голоса'],
    [111, '111 голосов'],
  ])('says %i as «%s»', (count, text) => expect(plain(counted(count, ofVotes))).toBe(text));

  it('holds number and word together', () => expect(counted(3, ofVotes)).toBe('3\u00A0голоса'));
});

describe('wording of rules', () => {
  it.each([
    [{ n: 1, d: 2, compare: 'more-than' }, 'более половины'],
    [{ n: 2, d: 3, compare: 'at-least' }, 'не менее двух третей'],
    [{ n: 3, d: 5, compare: 'at-least' }, 'не менее 3/5'],
    [{ n: 1, d: 1, compare: 'at-least' }, 'не менее всех'],
  ] as const)('%j is «%s»', (threshold, text) => expect(share('ru', threshold)).toBe(text));

  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
    [50, 'L'],
    [98, 'XCVIII'],
    [200, 'CC'],
  ])('place %i is %s', (place, text) => expect(roman(place)).toBe(text));
});

describe('conferring', () => {
  it.each([
    ['победитель', 1, 'Признать победителем'],
    ['лауреат', 5, 'Признать лауреатами'],
    ['обладатель гран-при', 1, 'Присвоить звание «обладатель гран-при»'],
    ['почётная грамота', 1, 'Присудить награду «почётная грамота»'],
    ['Диплом I степени', 2, 'Присудить награду «Диплом I степени»'],
    ['гран-при', 1, 'Присудить награду «гран-при»'],
    ['лауреат премии', 1, 'Присвоить звание «лауреат премии»'],
  ])('confers «%s» on %i as «%s»', (label, count, text) => expect(confer(label, count)).toBe(text));

  it.each([
    ['победитель', 'Победителями признаны все эти номинанты.'],
    ['почётная грамота', 'Награда «почётная грамота» присуждена всем этим номинантам.'],
    ['обладатель гран-при', 'Звание «обладатель гран-при» присвоено всем этим номинантам.'],
  ])('confers «%s» on all who are equal', (label, text) => expect(conferredOnAll(label)).toBe(text));
});

describe('what was written as a sentence', () => {
  it.each([
    ['Подана 1 заявка. ', 'Подана 1 заявка'],
    ['заявление участника', 'заявление участника'],
    ['Росреестр отозвал заявку.', 'Росреестр отозвал заявку'],
    ['', ''],
  ])('«%s» stands in brackets as «%s»', (text, continued) => expect(asContinuation(text)).toBe(continued));
});

describe('the stop of what somebody wrote', () => {
  it.each([
    ['заявление № 3.', 'заявление № 3'],
    ['письмо МФЦ.', 'письмо МФЦ'],
    ['приказ от 25 июня 2021 г.', 'приказ от 25 июня 2021 г.'],
    ['не более 5 тыс. руб.', 'не более 5 тыс. руб.'],
    ['доверенность Петрова О.И.', 'доверенность Петрова О.И.'],
    ['материалы и т.п.', 'материалы и т.п.'],
  ])('«%s» keeps it only where it belongs to a word: «%s»', (text, continued) =>
    expect(asContinuation(text)).toBe(continued),
  );

  it.each([
    ['родство', 'родство.'],
    ['работа до 2020 г.', 'работа до 2020 г.'],
    ['почему?', 'почему?'],
  ])('«%s» ends a sentence once: «%s»', (text, sentence) => expect(asSentence(text)).toBe(sentence));
});
