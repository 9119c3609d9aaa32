import { describe, expect, it } from '@jest/globals';
import { textOf } from './table.ts';
import { decimalIn, isBroken, momentIn, roleIn, voteBeside, voteIn } from './values.ts';

describe('the text of a cell', () => {
  it.each([
    ['  МФЦ \n Кирова\u00a0', 'МФЦ Кирова'],
    [7707083893, '7707083893'],
    [0.1 + 0.2, '0.3'],
    [87.333333333333329, '87.333333333333'],
    [new Date(Date.UTC(2020, 11, 1)), '01.12.2020'],
    [new Date(Date.UTC(2020, 11, 1, 9, 5)), '01.12.2020 09:05'],
    [new Date(NaN), ''],
    [undefined, ''],
  ])('%s is %s', (cell, text) => expect(textOf(cell)).toBe(text));
});

describe('a number', () => {
  it.each([
    [87.25, '87.25'],
    [0.1 + 0.2, '0.3'],
    ['87,25', '87.25'],
    ['1 234,5', '1234.5'],
    ['1\u00a0234', '1234'],
    ['−3', '-3'],
    ['87,33333333333333', '87.333333333333'],
    ['1.234,5', undefined],
    ['87,25 баллов', undefined],
    ['1e3', undefined],
    [true, undefined],
  ])('%s is read as %s', (cell, number) => expect(decimalIn(cell)).toBe(number));
});

describe('a date', () => {
  it.each([
    [new Date(Date.UTC(2020, 11, 1, 9, 29, 59, 999)), '2020-12-01T06:30:00.000Z'],
    ['01.12.2020', '2020-11-30T21:00:00.000Z'],
    ['1.12.2020 9:30', '2020-12-01T06:30:00.000Z'],
    ['01.12.2020 г.', '2020-11-30T21:00:00.000Z'],
    ['2020-12-01 09:30:15', '2020-12-01T06:30:15.000Z'],
    ['2020-12-01T09:30:00+07:00', '2020-12-01T02:30:00.000Z'],
    ['31.06.2021', undefined],
    ['29.02.2021', undefined],
    ['01.12.20', undefined],
    ['12/01/2020', undefined],
    ['01.12.2020 25:00', undefined],
    ['1 декабря 2020 г. в 9:30', '2020-12-01T06:30:00.000Z'],
    ['5 мая 2021 года', '2021-05-04T21:00:00.000Z'],
    ['1 брюмера 2020', undefined],
    ['вчера', undefined],
    [44166, undefined],
    [new Date(Date.UTC(3020, 0, 1)), undefined],
    [new Date(NaN), undefined],
  ])('%s is read as %s in Moscow', (cell, moment) => expect(momentIn(cell, 'Europe/Moscow')).toBe(moment));
});

describe('roles, votes and errors', () => {
  it('are read as people write them', () => {
    expect(['Председатель', 'зам. председателя', 'Секретарь', 'член', 'Deputy-chair'].map(roleIn)).toEqual([
      'chair',
      'deputy-chair',
      'secretary',
      'member',
      'deputy-chair',
    ]);
    const spelled = [
      ...['заместитель председателя комиссии', 'Первый зам. председателя', 'секретарь (без права голоса)'],
      ...['Член комиссии с правом решающего голоса', 'Председатель конкурсной комиссии'],
    ];
    expect(spelled.map(roleIn)).toEqual(['deputy-chair', 'deputy-chair', 'secretary', 'member', 'chair']);
    expect(spelled.map(voteBeside)).toEqual([undefined, undefined, false, true, undefined]);
    expect(['с правом голоса', 'без права голоса', 'совещательный голос', 'не имеет'].map(voteIn)).toEqual([
      ...[true, false, false, false],
    ]);
    expect([roleIn('начальник'), roleIn(3)]).toEqual([undefined, undefined]);
    expect(['Да', 'нет', '+', '–', true, false, 1, 0, 'может быть'].map(voteIn)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      undefined,
    ]);
    expect(['#REF!', ' #Н/Д ', '#1', 'REF!'].map(isBroken)).toEqual([true, true, false, false]);
  });
});
