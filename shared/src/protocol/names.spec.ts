import { describe, expect, it } from '@jest/globals';
import { alphabetically, initialsFirst, surnameFirst } from './names.ts';

const nbsp = '\u00A0';

describe('initialsFirst', () => {
  it.each([
    ['Орлов Виктор Сергеевич', `В.С.${nbsp}Орлов`],
    ['Виктор Сергеевич Орлов', `В.С.${nbsp}Орлов`],
    ['Иванова-Петрова Анна-Мария Ильинична', `А.-М.И.${nbsp}Иванова-Петрова`],
    ['Мамедов Рашид Али оглы', `Р.А.${nbsp}Мамедов`],
    ['Салтыков-Щедрин М. Е.', `М.Е.${nbsp}Салтыков-Щедрин`],
    ['М.Е.Салтыков-Щедрин', `М.Е.${nbsp}Салтыков-Щедрин`],
    ['Абрамович Роман Аркадьевич', `Р.А.${nbsp}Абрамович`],
    ['Ким Александр', `А.${nbsp}Ким`],
    ['Ким', 'Ким'],
    ['Member 3', 'Member 3'],
  ])('%s → %s', (name, text) => expect(initialsFirst(name)).toBe(text));

  it('lists by surname, Ё beside Е', () => {
    const names = [
      'Яковлев Пётр Андреевич',
      'Анна Ильинична Белова',
      'Жуков Олег Олегович',
      'Ёлкин Игорь Михайлович',
    ];
    const sorted = names.map((name) => ({ name })).sort(alphabetically);
    expect(sorted.map(({ name }) => surnameFirst(name).split(nbsp)[0])).toEqual([
      'Белова',
      'Ёлкин',
      'Жуков',
      'Яковлев',
    ]);
  });
});
