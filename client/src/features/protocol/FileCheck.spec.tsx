import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { IssuedProtocol } from '@open-ballot/shared/rules/session';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chooseLanguage } from '../../text/texts.ts';
import { FileCheck } from './FileCheck.tsx';

afterEach(() => {
  cleanup();
  chooseLanguage('ru');
});

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const issued = (version: number, files: IssuedProtocol['files']): IssuedProtocol => ({
  version,
  throughPosition: version * 10,
  position: version * 10 + 1,
  issuedAt: '2026-06-25T10:00:00.000Z',
  files,
  signatures: [],
  attachments: [{ fileName: `chair-${version}.sig`, sha256: digest(`signature ${version}`) }],
});
const protocols = [
  issued(1, { pdf: digest('first'), csv: digest('roll call') }),
  issued(2, { pdf: digest('second'), csv: digest('roll call') }),
];

async function dropped(text: string) {
  render(<FileCheck protocols={protocols} />);
  const file = new File([text], 'some.pdf');
  // jsdom keeps a File's bytes, but does not hand them out.
  Object.defineProperty(file, 'arrayBuffer', { value: async () => new TextEncoder().encode(text).buffer });
  await userEvent.upload(screen.getByLabelText(/Файл протокола или подписи|File of a protocol/), file);
}

describe('the check of a file', () => {
  it('[13.2] names the version and the format of an issued file', async () => {
    await dropped('second');
    expect((await screen.findByRole('status')).textContent).toContain('some.pdf – выпущенный файл');
    expect(screen.getByText('Протокол, версия 2, PDF')).toBeTruthy();
    expect(screen.queryByText(/не последняя версия/)).toBeNull();
  });

  it('says that a version has been replaced', async () => {
    await dropped('first');
    expect(await screen.findByText('Это не последняя версия: выпущена версия 2.')).toBeTruthy();
  });

  it('names every version that a file belongs to, and is content where the last is one of them', async () => {
    await dropped('roll call');
    expect(await screen.findByText('Протокол, версия 1, CSV')).toBeTruthy();
    expect(screen.getByText('Протокол, версия 2, CSV')).toBeTruthy();
    expect(screen.queryByText(/не последняя версия/)).toBeNull();
  });

  it('knows the signatures that were attached', async () => {
    await dropped('signature 2');
    expect(await screen.findByText('Подпись chair-2.sig к версии 2')).toBeTruthy();
  });

  it.each([
    ['ru', 'some.pdf – не выпущенный файл этого заседания'],
    ['en', 'some.pdf is no issued file of this session'],
  ] as const)('says that any other file is none, in %s', async (language, words) => {
    chooseLanguage(language);
    await dropped('second, but one letter');
    expect((await screen.findByRole('alert')).textContent).toContain(words);
  });
});
