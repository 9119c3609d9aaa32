import { describe, expect, it } from '@jest/globals';
import { smallSession } from '../../testing/protocol-samples.ts';
import { buildProtocol } from '../build-protocol.ts';
import type { Cell, Sheet, Table } from '../document.ts';
import { buildSheets } from './sheets.ts';

const journal = smallSession();
const issued = { version: '0.1.0', issued: { version: 1 } } as const;
const protocol = buildProtocol(journal, issued);
const [results, rollCall, presence, journalSheet] = buildSheets(journal, issued) as [
  Sheet,
  Sheet,
  Sheet,
  Sheet,
];

const read = (cell: Cell): string | number | undefined =>
  cell.type === 'text' || cell.type === 'decimal'
    ? cell.text
    : cell.type === 'whole'
      ? cell.value
      : cell.type === 'moment'
        ? cell.at
        : undefined;

/** The rows of a sheet as records by the titles of its columns, without what is empty. */
const records = ({ columns, rows }: Sheet) =>
  rows.map(({ cells }) =>
    Object.fromEntries(
      columns.flatMap(({ title }, index) => {
        const value = read(cells[index]!);
        return value === undefined ? [] : [[title, value]];
      }),
    ),
  );

describe('the sheets of a protocol', () => {
  it('tell a motion by its counts, as numbers', () =>
    expect(records(results)[1]).toEqual({
      Вопрос: 1,
      Голосование: 1,
      Строка: 'голосование',
      Содержание: 'Первое голосование',
      За: 8,
      Против: 0,
      Воздержались: 0,
      Итог: 'решение принято',
      'Имели право': 8,
      Бюллетеней: 8,
      'Не голосовали': 0,
      Самоотводы: 0,
      Открыто: '2021-06-25T09:56:24.000',
      Закрыто: '2021-06-25T09:57:27.000',
    }));

  it('[6.4] tell a nomination nominee by nominee: votes, points, places', () => {
    const nominees = records(results).filter((record) => record['Строка'] === 'номинант');
    expect(nominees[0]).toEqual({
      Вопрос: 2,
      Голосование: 1,
      Строка: 'номинант',
      Содержание: 'МФЦ Первомайского района города Кирова',
      '№ номинанта': 1,
      Регион: 'Кировская область',
      Голоса: 5,
      Итог: 'победитель',
    });
    const scored = nominees.filter((record) => record['Вопрос'] === 5 && record['Голосование'] === 2);
    expect(scored.map((record) => [record['Баллы'], record['Место']])).toEqual([
      ['24', 1],
      ['21', 2],
      ['18', undefined],
    ]);
  });

  it('tell the decision as the protocol does, and what was annulled', () => {
    const decision = records(results).find((record) => record['Вопрос'] === 6)?.['Итог'];
    expect(decision).toBe(
      'Номинация «Лучшая практика МФЦ» не состоялась (подана 1 заявка при необходимых 2). Голосование не проводилось.',
    );
    expect(records(results).filter((record) => record['Итог'] === 'аннулировано')).toHaveLength(1);
  });

  it('[10.2] hold the roll call that is printed, cell by cell', () => {
    const printed = protocol.appendices
      .find(({ kind }) => kind === 'roll-call')
      ?.blocks.find((block): block is Table => block.type === 'table');
    expect(rollCall.columns.map(({ title }) => title)).toEqual(printed?.columns.map(({ title }) => title));
    expect(rollCall.rows.map(({ cells }) => cells.map((cell) => String(read(cell))))).toEqual(
      printed?.rows.map(({ cells }) => cells.map((cell) => cell.replaceAll('\u00A0', ' '))),
    );
  });

  it('give a line to every stay and to every seat that stayed empty', () => {
    const members = records(presence);
    expect(members).toHaveLength(9);
    expect(members[3]).toMatchObject({
      'Член комиссии': 'Ёлкин Игорь Михайлович',
      Участие: 'дистанционно',
      'Прибыл(а)': '2021-06-25T09:51:03.000',
      'Убыл(а)': '2021-06-25T10:03:31.000',
    });
    expect(members[2]).toMatchObject({ Участие: 'отсутствовал(а)', 'Причина отсутствия': 'командировка' });
  });

  it('[12.1] hold every entry of the journal with its hash', () => {
    const entries = records(journalSheet);
    expect(entries.map((record) => record['Хеш записи (SHA-256)'])).toEqual(journal.map(({ hash }) => hash));
    expect(entries[30]).toMatchObject({
      '№': 31,
      'Что произошло': 'голос внесён секретарём',
      'Член комиссии': 'Щукина Ольга Викторовна',
      Содержание: 'МФЦ Первомайского района города Кирова (Кировская область)',
      Кто: 'секретарь',
    });
  });

  it('say on every sheet that a draft is a draft and a rehearsal a rehearsal', () => {
    for (const { caption } of buildSheets(smallSession({ rehearsal: true }), { version: '0.1.0' })) {
      expect(caption).toBe(
        'Протокол № 5 от 25 июня 2021 г. · ПРОЕКТ · УЧЕБНОЕ ЗАСЕДАНИЕ. Результаты юридической силы не имеют',
      );
    }
    expect(results.caption).toBe('Протокол № 5 от 25 июня 2021 г.');
  });

  it('count nothing of a vote that is not over', () => {
    const close = journal.findIndex(({ event }) => event.type === 'round-closed');
    const [running, called] = buildSheets(journal.slice(0, close), { version: '0.1.0' }) as [Sheet, Sheet];
    expect(records(running)[1]).toEqual({
      Вопрос: 1,
      Голосование: 1,
      Строка: 'голосование',
      Содержание: 'Первое голосование',
      Итог: 'голосование продолжается',
      Открыто: '2021-06-25T09:56:24.000',
    });
    expect(called.rows).toEqual([]);
  });
});
