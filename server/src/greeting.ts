import { once } from 'node:events';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import qrcode from 'qrcode';

/** Ports tried beyond a taken one. */
const portsTried = 100;

/** The port, or the next one that nobody listens on. 0 stays 0: the system chooses. */
export async function freePortFrom(first: number, host: string): Promise<number> {
  if (first === 0) return 0;
  for (let port = first; port <= first + portsTried; port += 1) if (await isFree(port, host)) return port;
  throw new Error(
    `Порты с ${first} по ${first + portsTried} заняты, укажите другой в PORT. / ` +
      `The ports from ${first} to ${first + portsTried} are taken, name another one in PORT.`,
  );
}

async function isFree(port: number, host: string): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
    probe.close();
    await once(probe, 'close');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

/** Where a browser finds what listens on this host. On all of them: by the first address of the local network. */
export function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? (localNetworkAddress() ?? '127.0.0.1') : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function localNetworkAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

interface Circumstances {
  readonly isForLan: boolean;
  readonly hasDemonstration: boolean;
}

/** What whoever started the server needs to know: one address, and how to come in. */
export async function greet(address: string, { isForLan, hasDemonstration }: Circumstances): Promise<string> {
  const lines = ['', 'Открытое голосование / Open ballot', '', `  ${address}`, ''];
  if (isForLan) lines.push(await qrcode.toString(address, { type: 'terminal', small: true }));
  if (hasDemonstration) lines.push(...demonstrationHint);
  else lines.push('Первая учётная запись / The first account: npm run create-administrator', '');
  return lines.join('\n');
}

const demonstrationHint = [
  'Учебное заседание. Учётные записи, пароль у всех rehearsal:',
  '  secretary              секретарь',
  '  chair                  председательствующий',
  '  member-1 … member-8    члены комиссии',
  'Rehearsal. Accounts, all with the password rehearsal:',
  '  secretary              the secretary',
  '  chair                  the presiding member',
  '  member-1 … member-8    members of the commission',
  '',
];
