import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IssuedFile } from '@open-ballot/shared/contract/http';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { zipSync } from 'fflate';
import { bytesOf, digestOf, dropped, fileOf, StandInServer, version } from '../../testing/verify-stage.tsx';
import { chooseLanguage } from '../../text/texts.ts';
import { mostAtOnce } from './use-verification.ts';

const roll = (number: number): IssuedFile => ({ ...version(number, 2), kind: 'protocol', format: 'csv' });
const attached: IssuedFile = { ...version(1, 2), kind: 'signature' };

const browserFetch = globalThis.fetch;
let server: StandInServer;
beforeEach(() => {
  server = new StandInServer();
  globalThis.fetch = server.fetch;
});
afterEach(() => {
  cleanup();
  chooseLanguage('ru');
  globalThis.fetch = browserFetch;
});

const articleOf = async (name: string) => within(await screen.findByRole('article', { name }));

describe('the check of a file', () => {
  it('[13.2] names session, version and format of an issued file, and says that it is the last', async () => {
    server.issued('second', version(2));
    await dropped([fileOf('some.pdf', 'second')]);
    const article = await articleOf('some.pdf');
    expect(await article.findByText('Это протокол заседания № 5, версия 2, PDF')).toBeTruthy();
    expect(article.getByText('Лучший МФЦ')).toBeTruthy();
    expect(article.getByText(/Заседание прошло 25 июня 2026.*, версия 2 выпущена .*13:00/)).toBeTruthy();
    expect(article.getByText('Это последняя версия.')).toBeTruthy();
  });

  it('sends the digest and nothing else', async () => {
    await dropped([fileOf('some.pdf', 'second')]);
    await screen.findByText('Такого файла эта система не выпускала');
    expect(server.asked).toEqual([`/api/issued-files/${digestOf('second')}`]);
  });

  it('says that a version has been replaced, and that a session was a rehearsal', async () => {
    server.issued('first', { ...version(1, 3), rehearsal: true });
    await dropped([fileOf('some.pdf', 'first')]);
    expect(await screen.findByText('Версия 1 заменена: последняя выпущенная версия – 3.')).toBeTruthy();
    expect(screen.getByText(/Заседание было учебным/)).toBeTruthy();
    expect(screen.queryByText('Это последняя версия.')).toBeNull();
  });

  it('names every version that a file is the same in, and is content where the last is one of them', async () => {
    server.issued('roll call', roll(1), roll(2));
    await dropped([fileOf('some.csv', 'roll call')]);
    expect(await screen.findByText('Это протокол заседания № 5, версии 1, 2, CSV')).toBeTruthy();
    expect(screen.getByText('Это последняя версия.')).toBeTruthy();
  });

  it('tells sessions apart that have the same roll call', async () => {
    server.issued('roll call', roll(2), { ...roll(2), sessionId: 'session-2', number: '6' });
    await dropped([fileOf('some.csv', 'roll call')]);
    expect(await screen.findByText('Это протокол заседания № 5, версия 2, CSV')).toBeTruthy();
    expect(screen.getByText('Это протокол заседания № 6, версия 2, CSV')).toBeTruthy();
  });

  it('knows the signatures that were attached, and claims no more of them', async () => {
    server.issued('signature', attached);
    await dropped([fileOf('chair.sig', 'signature')]);
    expect(await screen.findByText('Это подпись к протоколу заседания № 5, версия 1')).toBeTruthy();
    expect(screen.getByText(/Здесь видно только, что файл приложен/)).toBeTruthy();
  });

  it.each([
    ['ru', 'Такого файла эта система не выпускала', 'файл изменён или скачан не до конца;'],
    ['en', 'This system issued no such file', 'the file was altered, or not downloaded to its end;'],
  ] as const)(
    'says that any other file is none and what that may mean, in %s',
    async (language, none, why) => {
      chooseLanguage(language);
      await dropped([fileOf('some.pdf', 'second, but one letter')]);
      expect(await screen.findByText(none)).toBeTruthy();
      expect(screen.getByText(why)).toBeTruthy();
    },
  );

  it('does not call a file none while the server is away, and asks again', async () => {
    server.isAway = true;
    await dropped([fileOf('some.pdf', 'second')]);
    expect(await screen.findByText('Сервер не ответил')).toBeTruthy();
    expect(screen.queryByText('Такого файла эта система не выпускала')).toBeNull();
    server.isAway = false;
    server.issued('second', version(2));
    await userEvent.click(screen.getByRole('button', { name: 'Спросить ещё раз' }));
    expect(await screen.findByText('Это протокол заседания № 5, версия 2, PDF')).toBeTruthy();
  });

  it.each([
    ['ru', 'Подтвердить этот файл сейчас нельзя', 'Такого файла эта система не выпускала'],
    ['en', 'This file cannot be confirmed now', 'This system issued no such file'],
  ] as const)(
    'says in %s that nobody can vouch for a file of a session whose journal does not hold',
    async (language, unconfirmed, none) => {
      chooseLanguage(language);
      const problem = { type: 'urn:x', title: 'Conflict', status: 409, code: 'journal-broken' };
      globalThis.fetch = async () =>
        ({ ok: false, status: 409, text: async () => JSON.stringify(problem) }) as Response;
      await dropped([fileOf('some.pdf', 'second')]);
      expect(await screen.findByText(unconfirmed)).toBeTruthy();
      expect(screen.queryByText(none)).toBeNull();
      expect(screen.queryByText(/Сервер не ответил|The server did not answer/)).toBeNull();
    },
  );

  it('checks all files that are dropped at once, and moves the keyboard to what it found', async () => {
    server.issued('second', version(2));
    await dropped([fileOf('some.pdf', 'second'), fileOf('other.pdf', 'another'), fileOf('nothing.pdf', '')]);
    expect(await (await articleOf('some.pdf')).findByText(/Это протокол/)).toBeTruthy();
    expect(await (await articleOf('other.pdf')).findByText(/не выпускала/)).toBeTruthy();
    expect((await articleOf('nothing.pdf')).getByText('Файл пуст')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Что показала проверка' }));
    await userEvent.click(screen.getByRole('button', { name: 'Проверить другие файлы' }));
    expect(document.activeElement).toBe(screen.getByLabelText(/Перетащите сюда/));
  });

  it('takes what is dropped as well as what is chosen', async () => {
    await dropped([]);
    const files = [fileOf('one.pdf', 'one'), fileOf('other.pdf', 'other')];
    fireEvent.drop(screen.getByText('Перетащите сюда файлы'), { dataTransfer: { files } });
    await articleOf('one.pdf');
    await articleOf('other.pdf');
  });

  it('says how many files it left out', async () => {
    await dropped(Array.from({ length: mostAtOnce + 2 }, (_, at) => fileOf(`${at}.pdf`, '')));
    expect(await screen.findByText(/Ещё 2 файла не проверены/)).toBeTruthy();
    expect(screen.getAllByRole('article')).toHaveLength(mostAtOnce);
  });

  it('says that a file cannot be read, or is too large', async () => {
    const gone = new File(['x'], 'gone.pdf');
    Object.defineProperty(gone, 'arrayBuffer', { value: async () => Promise.reject(new Error('gone')) });
    const large = fileOf('large.pdf', 'x');
    Object.defineProperty(large, 'size', { value: 300 * 1024 * 1024 });
    await dropped([gone, large]);
    expect((await articleOf('gone.pdf')).getByText('Файл не прочитан')).toBeTruthy();
    expect((await articleOf('large.pdf')).getByText(/^300 МБ/)).toBeTruthy();
    expect(server.asked).toEqual([]);
  });
});

describe('the check of an archive', () => {
  const sums = (files: Readonly<Record<string, string>>) =>
    Object.entries(files)
      .map(([name, content]) => `${digestOf(content)}  ${name}\n`)
      .join('');
  const zipped = (files: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, bytesOf(content)])));
  const inside = { 'protocol-5-2.pdf': 'second', 'Орлов П.sig': 'signature' };

  it('finds each file in it, asks for none but those, and holds them against its list', async () => {
    server.issued('second', version(2)).issued('signature', attached);
    await dropped([fileOf('all.zip', zipped({ ...inside, SHA256SUMS: sums(inside) }))]);
    const article = await articleOf('all.zip');
    expect(await article.findByText('Это протокол заседания № 5, версия 2, PDF')).toBeTruthy();
    expect(article.getByText('Это подпись к протоколу заседания № 5, версия 1')).toBeTruthy();
    expect(article.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)).toEqual(
      Object.keys(inside),
    );
    expect(article.getByText('Список SHA256SUMS сходится с файлами архива.')).toBeTruthy();
    expect(server.asked).toHaveLength(2);
  });

  it('says which files are not what its list says', async () => {
    await dropped([
      fileOf('all.zip', zipped({ ...inside, SHA256SUMS: sums({ ...inside, 'lost.csv': '' }) })),
    ]);
    const title = await screen.findByText('Не сходятся со списком SHA256SUMS');
    expect(title.parentElement?.textContent).toContain('lost.csv');
  });

  it('takes a document of Word for the one file it is', async () => {
    const word = zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' });
    await dropped([fileOf('some.docx', word)]);
    await screen.findByText('Такого файла эта система не выпускала');
    expect(server.asked).toEqual([`/api/issued-files/${digestOf(word)}`]);
  });

  it('says that one cannot be unpacked, or says to hold too much', async () => {
    const cut = zipped(inside).slice(0, 60);
    const many = zipped(Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`${at}`, ''])));
    await dropped([fileOf('cut.zip', cut), fileOf('many.zip', many)]);
    expect((await articleOf('cut.zip')).getByText('Архив не распаковался')).toBeTruthy();
    expect((await articleOf('many.zip')).getByText('В архиве слишком много')).toBeTruthy();
    expect(server.asked).toEqual([]);
  });
});
