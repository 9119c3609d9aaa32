import { describe, expect, it } from '@jest/globals';
import { alphabetically, initialsFirst, namingOf, surnameFirst } from './names.ts';

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
    ['Ким Александр', 'Ким Александр'],
    ['Юрий Ким', 'Юрий Ким'],
    ['Мамедов Али оглы', `А.${nbsp}Мамедов`],
    ['Орлов Виктор Сергеевич (по согласованию)', `В.С.${nbsp}Орлов (по согласованию)`],
    ['Мамин-Сибиряк Дмитрий Наркисович', `Д.Н.${nbsp}Мамин-Сибиряк`],
    ['Дмитрий Наркисович Мамин-Сибиряк', `Д.Н.${nbsp}Мамин-Сибиряк`],
    ['Иванова Анна Петровна, эксперт (МФЦ)', `А.П.${nbsp}Иванова, эксперт (МФЦ)`],
    ['Иванова Анна Петровна – эксперт', `А.П.${nbsp}Иванова – эксперт`],
    ['Представитель МВД, отдел 1', 'Представитель МВД, отдел 1'],
    ['Ким', 'Ким'],
    ['Member 3', 'Member 3'],
    ['Представитель МВД России', 'Представитель МВД России'],
    ['Представитель Росреестра', 'Представитель Росреестра'],
    ['Представитель Пенсионного фонда', 'Представитель Пенсионного фонда'],
    ['Росатом Северо Запад', 'Росатом Северо Запад'],
    ['Отдел ЦСР', 'Отдел ЦСР'],
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

describe('namingOf', () => {
  const people = [
    'Иванов Иван Петрович',
    'Игорь Павлович Иванов',
    'Иванова Ирина Петровна',
    'Мамедов Али Рашид оглы',
    'Мамедов Азер Рустам оглы',
    'Ким Олег Львович',
    'Ким  Олег Львович',
    'Олег Львович Ким',
    'Представитель Росреестра',
  ];
  const { initialsFirst: inText, surnameFirst: inList } = namingOf(people);

  it('writes out whoever would read alike, surname first', () => {
    for (const name of [inText, inList]) {
      expect(people.slice(0, 2).map(name)).toEqual(['Иванов Иван Петрович', 'Иванов Игорь Павлович']);
      expect(people.slice(3, 5).map(name)).toEqual(['Мамедов Али Рашид оглы', 'Мамедов Азер Рустам оглы']);
    }
  });

  it('shortens the others, also one person written in several ways', () => {
    expect(inText('Иванова Ирина Петровна')).toBe(`И.П.${nbsp}Иванова`);
    expect(inList('Иванова Ирина Петровна')).toBe(`Иванова${nbsp}И.П.`);
    expect(people.slice(5, 8).map(inText)).toEqual(Array(3).fill(`О.Л.${nbsp}Ким`));
    expect(inText('Представитель Росреестра')).toBe('Представитель Росреестра');
  });

  it('writes out namesakes told apart in brackets where a third one reads like them', () => {
    const two = ['Ким Александр Львович (советник)', 'Ким Александр Львович (директор)'];
    expect(two.map(namingOf(two).initialsFirst)).toEqual([
      `А.Л.${nbsp}Ким (советник)`,
      `А.Л.${nbsp}Ким (директор)`,
    ]);
    const three = [...two, 'Ким Алексей Львович'];
    const naming = namingOf(three);
    expect(three.map(naming.initialsFirst)).toEqual(three);
    expect(naming.surnameFirst('Ким Александр Львович')).toBe('Ким Александр Львович');
  });

  it('leaves a name that nobody here shares as it was', () =>
    expect(namingOf(people.slice(0, 1)).initialsFirst('Иванов Иван Петрович')).toBe(`И.П.${nbsp}Иванов`));

  it('orders namesakes by what tells them apart', () => {
    const sorted = [{ name: 'Игорь Павлович Иванов' }, { name: 'Иванов Иван Петрович' }].sort(alphabetically);
    expect(sorted.map(({ name }) => inList(name))).toEqual(['Иванов Иван Петрович', 'Иванов Игорь Павлович']);
  });
});
