import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alphabetically, initialsFirst, namingOf, surnameFirst } from './names.ts';

const nbsp = '\u00A0';

describe('initialsFirst', () => {
  it.each<[kind: string, ...cases: [name: string, letters: string, surname: string][]]>([
    [
      'the official order',
      ['Орлов Виктор Сергеевич', 'В.С.', 'Орлов'],
      ['Иванова-Петрова Анна-Мария Ильинична', 'А.-М.И.', 'Иванова-Петрова'],
      ['Мамин-Сибиряк Дмитрий Наркисович', 'Д.Н.', 'Мамин-Сибиряк'],
      ['Щукина Любовь Никитична', 'Л.Н.', 'Щукина'],
      ['Ёлкин Фёдор Кузьмич', 'Ф.К.', 'Ёлкин'],
      ['Ульянов Владимир Ильич', 'В.И.', 'Ульянов'],
      ['Петров Никита Фомич', 'Н.Ф.', 'Петров'],
      ['Гусейнов Хабибулла Магомедович', 'Х.М.', 'Гусейнов'],
      ['Шуфутинский Михаил Захарович', 'М.З.', 'Шуфутинский'],
      ['О Сергей Иванович', 'С.И.', 'О'],
      ["О'Коннор Мария Петровна", 'М.П.', "О'Коннор"],
      ['Сергеева  Ольга\tЛьвовна', 'О.Л.', 'Сергеева'],
    ],
    [
      'the surname last',
      ['Виктор Сергеевич Орлов', 'В.С.', 'Орлов'],
      ['Дмитрий Наркисович Мамин-Сибиряк', 'Д.Н.', 'Мамин-Сибиряк'],
      ['Илья Фомич Петров', 'И.Ф.', 'Петров'],
      ['Елена Юрьевна Черных', 'Е.Ю.', 'Черных'],
    ],
    [
      'a surname that looks like a patronymic',
      ['Роман Андреевич Абрамович', 'Р.А.', 'Абрамович'],
      ['Абрамович Роман Андреевич', 'Р.А.', 'Абрамович'],
      ['Абрамович Роман Аркадьевич', 'Р.А.', 'Абрамович'],
      ['Анна Петровна Абрамович', 'А.П.', 'Абрамович'],
      ['Абрамович Анна Петровна', 'А.П.', 'Абрамович'],
      ['Абрамович Роман Ильич', 'Р.И.', 'Абрамович'],
      ['Пётр Ильич Кузьмич', 'П.И.', 'Кузьмич'],
      ['Кузьмич Пётр Ильич', 'П.И.', 'Кузьмич'],
      ['Гнедич Николай Иванович', 'Н.И.', 'Гнедич'],
      ['Николай Иванович Гнедич', 'Н.И.', 'Гнедич'],
      ['Роман Абрамович Андреевич', 'Р.А.', 'Андреевич'],
    ],
    [
      'a patronymic with a particle',
      ['Мамедов Рашид Али оглы', 'Р.А.', 'Мамедов'],
      ['Рашид Али оглы Мамедов', 'Р.А.', 'Мамедов'],
      ['Мамедова Лейла Рашид кызы', 'Л.Р.', 'Мамедова'],
      ['Мамедов Рашид Али-оглы', 'Р.А.', 'Мамедов'],
      ['Мамедов Рашид Алиоглы', 'Р.А.', 'Мамедов'],
      ['Ахметов Серик Маратулы', 'С.М.', 'Ахметов'],
      ['Ахметова Айгуль Маратқызы', 'А.М.', 'Ахметова'],
    ],
    [
      'initials already given',
      ['Салтыков-Щедрин М. Е.', 'М.Е.', 'Салтыков-Щедрин'],
      ['М.Е.Салтыков-Щедрин', 'М.Е.', 'Салтыков-Щедрин'],
      ['Абрамович Р.А.', 'Р.А.', 'Абрамович'],
      ['А.-М. Иванова', 'А.-М.', 'Иванова'],
      ['J. R. Smith', 'J.R.', 'Smith'],
    ],
  ])('shortens %s', (_kind, ...cases) => {
    for (const [name, letters, surname] of cases) {
      expect(initialsFirst(name)).toBe(`${letters}${nbsp}${surname}`);
      expect(surnameFirst(name)).toBe(`${surname}${nbsp}${letters}`);
    }
  });

  it.each<[kind: string, ...names: string[]]>([
    [
      'one word or two',
      'Ким',
      'Ким Александр',
      'Юрий Ким',
      'Роман Абрамович',
      'Иван Петрович',
      'Мамедов Али оглы',
    ],
    ['three words without a patronymic', 'Росатом Северо Запад', 'Иванова Анна Мария', 'Хосе Мария Гарсия'],
    [
      'what may be a surname or a patronymic',
      'Анна Абрамович Петрова',
      'Мария Анна Абрамович',
      'Жан Поль Абрамович',
      'Роман Павел Ильич',
      'Абрамович Андреевич Роман',
      'Абрамович Ильич Кузьмич',
      'Гнедич Петров Иван',
    ],
    [
      'more than three words',
      'Иванова Петрова Анна Сергеевна',
      'Гарсия Маркес Габриэль Хосе',
      'Орлов Виктор Сергеевич младший',
    ],
    [
      'a foreign name',
      'Шарль де Голль',
      'Ли Куан Ю',
      'John Smith Ivanovich',
      'Ivanov Ivan Ivanovich',
      'Ахмед Абд-эль-Керим',
    ],
    ['one of mixed alphabets', 'Иванов John Петрович'],
    [
      'initials and more than a surname',
      'Иванов Петров А.Б.',
      'А.Б.',
      'Иван П. Иванов',
      'А. Иванов Б.',
      'Мамедов Р. А. оглы',
    ],
    [
      'an office',
      'Member 3',
      'Представитель МВД России',
      'Представитель МВД, отдел 1',
      'Представитель Росреестра',
      'Представитель Пенсионного фонда',
      'Директор Иван Петрович',
      'Отдел ЦСР',
      'МФЦ Иван Петрович',
      'и.о. министра',
    ],
    ['all capitals', 'ИВАНОВ ИВАН ИВАНОВИЧ'],
  ])('writes out %s', (_kind, ...names) => {
    for (const name of names) expect([initialsFirst(name), surnameFirst(name)]).toEqual([name, name]);
  });

  it.each([
    ['Орлов Виктор Сергеевич (по согласованию)', `В.С.${nbsp}Орлов (по согласованию)`],
    ['Иванова Анна Петровна, эксперт (МФЦ)', `А.П.${nbsp}Иванова, эксперт (МФЦ)`],
    ['Иванова Анна Петровна – эксперт', `А.П.${nbsp}Иванова – эксперт`],
    ['Иванова (Петрова) Анна Сергеевна', 'Иванова (Петрова) Анна Сергеевна'],
  ])('keeps what is said beside a name: %s', (name, text) => expect(initialsFirst(name)).toBe(text));

  it('invents no letter, and leaves no word out that it does not shorten', () => {
    const words =
      `Роман Анна Илья Абрамович Ильич Андреевич Петровна Иванов Иванова-Петрова Анна-Мария Али оглы кызы
      Али-оглы Маратулы Ли де МВД Директор Smith А. Б.-В. П.С. 3 (эксперт) – , Ю Ёлкин Абд-эль-Керим`.split(
        /\s+/,
      );
    const names = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(names, (parts) => {
        const name = parts.join(' ').trim();
        const whole = name.replaceAll(/\s+/g, ' ');
        const short = initialsFirst(name);
        if (short.replaceAll(nbsp, ' ') === whole) return;
        const [, letters = '', surname = '', remark = ''] = /^(\S+)\u00A0(\S+)(.*)$/s.exec(short) ?? [];
        const kept = whole.slice(0, whole.length - remark.length).split(/ |(?<=\.)(?=\p{Lu}\p{Ll})/u);
        expect(whole.endsWith(remark)).toBe(true);
        expect(kept).toContain(surname);
        // «Илья Ильич Илья»: the surname may stand at either end.
        const lettersWithout = (at: number) =>
          kept
            .toSpliced(at, 1)
            .filter((each) => !/^\p{Ll}/u.test(each))
            .map((each) =>
              each.includes('.') ? each : each.replaceAll(/(\p{Lu})[^-]*(?:-\p{Ll}+)?/gu, '$1.'),
            )
            .join('');
        expect([kept.indexOf(surname), kept.lastIndexOf(surname)].map(lettersWithout)).toContain(letters);
      }),
      { numRuns: 5_000 },
    );
  });

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
