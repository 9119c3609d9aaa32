import { createHash } from 'node:crypto';
import type { IssuedFile } from '@open-ballot/shared/contract/http';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { signedInAs } from './signed-in.ts';
import { examineFile } from '../features/verify/examine-file.ts';
import { Verifying } from '../features/verify/VerifyScreen.tsx';

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** A server that knows some issued files, and remembers what it was asked. */
export class StandInServer {
  readonly asked: string[] = [];
  isAway = false;
  private readonly known = new Map<string, readonly IssuedFile[]>();

  issued(content: string, ...versions: readonly IssuedFile[]): this {
    this.known.set(digestOf(content), versions);
    return this;
  }

  readonly fetch = async (address: unknown): Promise<Response> => {
    this.asked.push(String(address));
    if (this.isAway) throw new TypeError('no network');
    const found = this.known.get(String(address).split('/').at(-1)!) ?? [];
    return { ok: true, status: 200, text: async () => JSON.stringify({ found }) } as Response;
  };
}

/** The PDF of a version of session 5. */
export const version = (number: number, latestVersion = number): IssuedFile => ({
  sessionId: 'session-1',
  number: '5',
  contestTitle: 'Лучший МФЦ',
  date: '2026-06-25',
  timeZone: 'Europe/Moscow',
  rehearsal: false,
  version: number,
  latestVersion,
  issuedAt: '2026-06-25T10:00:00.000Z',
  kind: 'protocol',
  format: 'pdf',
});

/** jsdom keeps a File's bytes, but does not hand them out. */
export function fileOf(name: string, content: string | Uint8Array<ArrayBuffer>): File {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const file = new File([bytes], name);
  Object.defineProperty(file, 'arrayBuffer', { value: async () => bytes.buffer });
  return file;
}

/** Opens the page, by a link that names a head or not, and drops files there. */
export async function dropped(files: readonly File[], head?: string): Promise<void> {
  const queries = signedInAs(null);
  render(
    <QueryClientProvider client={queries}>
      <MemoryRouter initialEntries={[`/verify${head ? `#${head}` : ''}`]}>
        <Verifying examine={examineFile} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await userEvent.upload(screen.getByLabelText(/Перетащите сюда|Drop files/), [...files]);
}
