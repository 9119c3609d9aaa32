import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How bytes of a name's kind are read; anything else is a download. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The compressed twin the build wrote beside a file, by the name browsers have for it, best first. */
const twins = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** A file in one of its forms. */
interface Kept {
  readonly bytes: Buffer;
  readonly etag: string;
}

/**
 * The files of a folder that is written once, by the build. They are listed when the server starts and kept
 * in memory once somebody asked, so no path of a request ever reaches the disk.
 */
export class KeptFiles {
  private readonly names: ReadonlySet<string>;
  private readonly kept = new Map<string, Promise<Kept>>();

  constructor(private readonly folder: string) {
    const listed = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
    const files = listed.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
    this.names = new Set(files.map((file) => path.relative(folder, file).split(path.sep).join('/')));
  }

  has(name: string): boolean {
    return this.names.has(name) && !twins.some(([, ending]) => name.endsWith(ending));
  }

  /** Answers with a file there is, compressed where the browser can read that. */
  async send(
    name: string,
    cacheControl: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const accepted = encodingsIn(request.headers['accept-encoding']);
    const twin = twins.find(([encoding, ending]) => accepted.has(encoding) && this.names.has(name + ending));
    const { bytes, etag } = await this.read(twin ? name + twin[1] : name);

    void reply.headers({ 'cache-control': cacheControl, etag, vary: 'accept-encoding' });
    if (request.headers['if-none-match'] === etag) return reply.status(304).send();
    if (twin) void reply.header('content-encoding', twin[0]);
    return reply
      .header('content-type', contentTypes[path.extname(name)] ?? 'application/octet-stream')
      .send(bytes);
  }

  private read(stored: string): Promise<Kept> {
    let kept = this.kept.get(stored);
    if (!kept) {
      kept = readFile(path.join(this.folder, stored)).then((bytes) => ({
        bytes,
        etag: `"${hash('sha1', bytes)}"`,
      }));
      this.kept.set(stored, kept);
    }
    return kept;
  }
}

/** What Accept-Encoding names, but for what it turns down by `q=0`. */
function encodingsIn(header: string | string[] | undefined): ReadonlySet<string> {
  const named = String(header ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase());
  return new Set(
    named.filter((each) => !/;\s*q=0(\.0*)?$/.test(each)).map((each) => each.replace(/;.*/, '')),
  );
}
