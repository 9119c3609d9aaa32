import type { Contest } from '@open-ballot/shared/contract/http';
import { strToU8, zipSync } from 'fflate';
import { Caller } from '../people/caller.ts';
import { demonstration } from '../people/commission.ts';
import { ContestForms } from '../people/screens/contest-forms.ts';
import { ImportPage } from '../people/screens/import-page.ts';
import { signedInPage } from '../people/screens/member-screen.ts';
import { SecretaryConsole } from '../people/screens/secretary-console.ts';
import { expect, test } from '../people/story.ts';

const secretary = { login: demonstration.secretary, password: demonstration.password };

/** A table as Russian Excel saves it as CSV: semicolons, windows-1251. Its letters stand in the order of the alphabet. */
function savedAsCsv(rows: readonly (readonly string[])[]): Buffer {
  const apart: Readonly<Record<string, number>> = { ё: 0xb8, Ё: 0xa8, '«': 0xab, '»': 0xbb, '№': 0xb9 };
  const text = rows.map((row) => `${row.join(';')}\r\n`).join('');
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return apart[letter] ?? (code >= 0x410 ? code - 0x410 + 0xc0 : code);
    }),
  );
}

/** A workbook with one sheet of texts and numbers, written from the format and not by the library that reads it. */
function workbook(rows: readonly (readonly (string | number)[])[]): Buffer {
  const cell = (value: string | number, at: string): string =>
    typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheetData = rows
    .map((row, index) => {
      const cells = row.map((value, column) => cell(value, `${'ABCDEFGH'[column]}${index + 1}`));
      return `<row r="${index + 1}">${cells.join('')}</row>`;
    })
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))),
  );
}

const members = [
  ['Фамилия, имя, отчество', 'Должность', 'Организация', 'Роль', 'Голос'],
  ['Орлова Анна Петровна', 'директор департамента', 'Минэкономразвития России', 'председатель', 'да'],
  ...[
    'Белов Борис',
    'Громова Вера',
    'Дымов Глеб',
    'Ершова Дарья',
    'Жилин Егор',
    'Зимина Жанна',
    'Ильин Зот',
  ].map((name) => [name, 'эксперт', 'Росреестр', 'член комиссии', 'да']),
  ['Ким Илья', 'ответственный секретарь', 'Минэкономразвития России', 'секретарь', 'нет'],
];
const nominees = [
  ['Номинация', 'Наименование', 'Регион', 'Балл предыдущего этапа', 'Дата заявки'],
  ['Лучший МФЦ', 'МФЦ города Кирова', 'Кировская область', '87,25', '01.12.2020'],
  ['Лучший МФЦ', 'МФЦ «Ёлочка»', 'Пермский край', '90', '02.12.2020 09:30'],
  ['Лучший МФЦ', 'МФЦ города Томска', 'Томская область', '71,5', '03.12.2020'],
  ['Лучший проект', 'Проект Калуги', 'Калужская область', '80', '04.12.2020'],
  ['Лучший проект', 'Проект Уфы', 'Республика Башкортостан', '81', '05.12.2020'],
  ['Лучший проект', 'Проект Иркутска', 'Иркутская область', '82', '06.12.2020'],
];
const misspelled = nominees.map((row, index) =>
  index === 3 ? row.map((cell) => (cell === '71,5' ? 'высокий' : cell)) : row,
);

test('members from a workbook and nominees from a CSV with one bad row, mended, and a session with them all', async ({
  browser,
  house,
}) => {
  const page = await signedInPage(browser, house, secretary, '/contests', { width: 1440, height: 900 });
  const forms = new ContestForms(page);
  await forms.createsRehearsal('Конкурс из таблиц', {
    deadline: '2021-07-01T00:00',
    start: '2021-06-25T10:00',
  });
  const contestId = new URL(page.url()).pathname.split('/').at(-1)!;
  const wire = await Caller.signsIn(house, secretary.login, secretary.password);
  const contest = () => wire.obtains<Contest>('GET', `/contests/${contestId}`);

  const commission = await ImportPage.opens(page, 'members');
  await commission.takes({ name: 'состав.xls', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') });
  await commission.isRefused(/старого вида/);
  await commission.takes({ name: 'состав.xlsx', bytes: workbook(members) });
  await commission.counts('9 строк, ошибок нет');
  expect((await contest()).members).toEqual([]);
  await commission.addsThemAll(9);
  await commission.returns();
  await expect(page.getByRole('rowheader', { name: /Ким Илья/ })).toBeVisible();

  const table = await ImportPage.opens(page, 'nominations');
  await table.takes({ name: 'заявки.csv', bytes: savedAsCsv(misspelled) });
  await table.counts('6 строк: 5 верны, 1 с ошибками');
  await table.marks(4, 'высокий', /Нужно число/);
  await table.offersNothingToAdd();
  expect((await contest()).nominations).toEqual([]);

  await table.choosesAnother({ name: 'заявки.csv', bytes: savedAsCsv(nominees) });
  await table.counts('6 строк, ошибок нет');
  await table.addsThemAll(6);
  await table.returns();
  const { nominations } = await contest();
  expect(nominations.map(({ title, nominees: own }) => [title, own.length])).toEqual([
    ['Лучший МФЦ', 3],
    ['Лучший проект', 3],
  ]);
  expect(nominations[0]!.nominees[1]).toMatchObject({
    name: 'МФЦ «Ёлочка»',
    region: 'Пермский край',
    priorScore: '90',
    appliedAt: '2020-12-02T06:30:00.000Z',
  });

  await forms.convenes('г. Москва', 'Орлова Анна Петровна', 'Лучший МФЦ');
  const desk = new SecretaryConsole(page);
  await desk.marksEverybodyPresent();
  await desk.opensSession();
  await desk.looksAt('Лучший МФЦ');
  await desk.opensRound();
});

test('a list nobody could read by its titles is read by hand, and comes in again when it has grown', async ({
  browser,
  house,
}) => {
  const page = await signedInPage(browser, house, secretary, '/contests', { width: 390, height: 844 });
  await new ContestForms(page).createsRehearsal('Выросший список', {
    deadline: '2021-07-01T00:00',
    start: '2021-06-25T10:00',
  });
  const contestId = new URL(page.url()).pathname.split('/').at(-1)!;
  const wire = await Caller.signsIn(house, secretary.login, secretary.password);
  const commission = async () => (await wire.obtains<Contest>('GET', `/contests/${contestId}`)).members;

  const table = await ImportPage.opens(page, 'members');
  const first = [
    ['Приложение № 1', '', ''],
    ['Кто', 'Чин', 'Телефон'],
    ['Председатель комиссии:', '', ''],
    ['Орлова Анна Петровна', 'директор', '112'],
    ['Члены комиссии:', '', ''],
    ['Белов Борис', 'эксперт', '113'],
  ];
  await table.takes({ name: 'состав.csv', bytes: savedAsCsv(first) });
  await table.offersNothingToAdd();
  await table.choosesHeader(2);
  await table.reads('A', '«Фамилия, имя, отчество»');
  await table.reads('B', '«Должность»');
  await table.skips(/Председатель комиссии:.*название раздела/);
  await table.addsThemAll(2);
  expect(await commission()).toMatchObject([
    { name: 'Орлова Анна Петровна', post: 'директор', role: 'chair' },
    { name: 'Белов Борис', post: 'эксперт', role: 'member' },
  ]);

  await page.getByRole('button', { name: 'Загрузить ещё одну таблицу' }).click();
  const grown = [
    ['ФИО члена комиссии', 'Должность', 'Роль в составе комиссии'],
    ['Орлова Анна Петровна', '', 'председатель'],
    ['Белов Борис', 'старший эксперт', 'член комиссии'],
    ['Громова Вера', 'эксперт', 'секретарь (без права голоса)'],
  ];
  await table.takes({ name: 'состав.csv', bytes: savedAsCsv(grown) });
  await table.counts('3 строки, ошибок нет · новых: 1 · уже внесены: 1 · отличаются: 1');
  await table.changesAll(1);
  await table.presses(/^Добавить 1 члена комиссии, изменить 1$/);
  await expect(page.getByText('Внесён 1 член комиссии · Изменено записей: 1')).toBeVisible();
  expect(await commission()).toMatchObject([
    { name: 'Орлова Анна Петровна', post: 'директор', role: 'chair' },
    { name: 'Белов Борис', post: 'старший эксперт' },
    { name: 'Громова Вера', role: 'secretary', votes: false },
  ]);
});
