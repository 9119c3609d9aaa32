import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

const patienceMs = 20_000;

/** A real mail server for the house of all stories. Letters lie in a folder, since stories run in other processes. */
export class MailServer {
  private constructor(
    readonly url: string,
    readonly folder: string,
    private readonly server: SMTPServer,
  ) {}

  static async opens(): Promise<MailServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'open-ballot-mail-'));
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith('nobody')
            ? Object.assign(new Error('no such user'), { responseCode: 550 })
            : null,
        ),
      onData: (stream, { envelope }, done) => {
        void text(stream)
          .then((letter) => writeFile(path.join(folder, envelope.rcptTo[0]!.address), letter))
          .then(() => done(), done);
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return new MailServer(
      `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      folder,
      server,
    );
  }

  async closes(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
    await rm(this.folder, { recursive: true });
  }
}

/** The link in the letter that has come, or comes, to this address. */
export async function linkMailedTo(address: string): Promise<string> {
  const folder = process.env['E2E_MAIL'];
  if (folder === undefined) throw new Error('the house of this story sends no letters');
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(50)) {
    if (!(await readdir(folder)).includes(address)) continue;
    const letter = await readFile(path.join(folder, address), 'utf8');
    const link = /https?:\S+\/l#\S+/.exec(letter.replaceAll('=\r\n', ''));
    if (link) return link[0];
  }
  throw new Error(`no letter has come to ${address}`);
}
