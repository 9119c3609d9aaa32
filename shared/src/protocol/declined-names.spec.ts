import { describe, expect, it } from '@jest/globals';
import { genitiveOfCommission, genitiveOfContest } from './declined-names.ts';

describe('declension', () => {
  it.each([
    ['Центральная конкурсная комиссия', 'центральной конкурсной комиссии'],
    ['Конкурсная комиссия Кировской области', 'конкурсной комиссии Кировской области'],
    ['Экспертный совет', undefined],
  ])('«%s» → «%s»', (commission, genitive) => expect(genitiveOfCommission(commission)).toBe(genitive));

  it.each([
    ['Всероссийский конкурс «Лучший МФЦ»', 'Всероссийского конкурса «Лучший МФЦ»'],
    ['Лучший МФЦ', 'конкурса «Лучший МФЦ»'],
    ['«Лучший МФЦ»', 'конкурса «Лучший МФЦ»'],
    ['Ежегодный конкурс «Лучший МФЦ»', 'Ежегодного конкурса «Лучший МФЦ»'],
  ])('«%s» → «%s»', (title, genitive) => expect(genitiveOfContest(title)).toBe(genitive));
});
