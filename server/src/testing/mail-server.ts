import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedLetter {
  readonly to: string;
  /** As it came over the wire. */
  readonly raw: string;
  /** The text, decoded. */
  readonly text: string;
}

/** A real mail server on this machine. It knows nobody called `nobody`, and is too busy at first for `busy`. */
export class MailServer {
  readonly received: ReceivedLetter[] = [];
  private readonly wasBusy = new Set<string>();

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const answer = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        if (address.startsWith('nobody')) return done(answer(550, 'no such user'));
        if (!address.startsWith('busy') || house.wasBusy.has(address)) return done();
        house.wasBusy.add(address);
        done(answer(451, 'try again'));
      },
      onData: (stream, { envelope }, done) => {
        let raw = '';
        stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
        stream.on('end', () => {
          house.received.push({ to: envelope.rcptTo[0]!.address, raw, text: textOf(raw) });
          done();
        });
      },
    });
    const house = new MailServer(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return house;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** A plain letter, in whichever way its text was made safe for the wire. */
function textOf(raw: string): string {
  const at = raw.indexOf('\r\n\r\n');
  const [head, body] = [raw.slice(0, at), raw.slice(at + 4)];
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
