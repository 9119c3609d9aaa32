import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Bytes a key has at least. */
const keyLength = 32;

/** There is no key, or not one to go by. Whoever starts the server reads the message. */
export class WrongLinkKey extends Error {
  override readonly name = 'WrongLinkKey';
}

/** Tokens of one-time links are derived under it, so that they can be shown again and are nowhere in the database. */
export class LinkKey {
  constructor(private readonly key: Buffer) {
    if (key.length < keyLength) throw new WrongLinkKey(tooShort);
  }

  tokenOf(linkId: string): string {
    return createHmac('sha256', this.key).update(linkId).digest('base64url');
  }
}

/** Where a key may come from. */
interface KeySettings {
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly linkKey?: string;
  readonly linkKeyFile?: string;
}

/**
 * `LINK_KEY` (base64), the file that `LINK_KEY_FILE` names, or for the embedded database a file in the data folder,
 * made at the first start.
 *
 * @throws {WrongLinkKey} saying what is missing and how to make one.
 */
export async function linkKeyFrom({
  databaseUrl,
  dataDir,
  linkKey,
  linkKeyFile,
}: KeySettings): Promise<LinkKey> {
  if (linkKey !== undefined) return new LinkKey(decoded(linkKey));
  if (linkKeyFile !== undefined) return new LinkKey(decoded(await contentOf(linkKeyFile)));
  if (databaseUrl !== undefined) throw new WrongLinkKey(missing);
  return new LinkKey(await kept(path.join(dataDir, 'link.key')));
}

/** Several processes may start at once on one folder: the first to put its file there wins, whole, and all read it. */
async function kept(file: string): Promise<Buffer> {
  await mkdir(path.dirname(file), { recursive: true });
  const offered = `${file}.${process.pid}.${randomUUID()}`;
  await writeFile(offered, `${randomBytes(keyLength).toString('base64')}\n`, { mode: 0o600 });
  try {
    await link(offered, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(offered);
  }
  return decoded(await readFile(file, 'utf8'));
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new WrongLinkKey(`LINK_KEY_FILE: ${(error as Error).message}`, { cause: error });
  }
}

const decoded = (text: string): Buffer => Buffer.from(text.trim(), 'base64');

const tooShort = `LINK_KEY (LINK_KEY_FILE): нужно не меньше ${keyLength} байт в base64 / must be at least ${keyLength} bytes, as base64`;

const missing = [
  'Не хватает LINK_KEY (или LINK_KEY_FILE): ключа, из которого выводятся ссылки приглашений. Он хранится вне базы',
  'данных и один на все процессы. / LINK_KEY (or LINK_KEY_FILE) is missing: the key that links of invitations are',
  'derived from, kept outside the database, one for all processes. Make one with:',
  '',
  `  LINK_KEY=$(node -p "require('node:crypto').randomBytes(${keyLength}).toString('base64')")`,
].join('\n');
