import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type RunningApp, startApp } from '../testing/running-app.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

const page = '<!doctype html><title>Голосование</title>';
const script = `console.log(${JSON.stringify('голос '.repeat(400))})`;
let folder: string;
let house: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'open-ballot-client-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), page);
  await writeFile(path.join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(folder, 'assets/app-1a2b3c.js'), script);
  await writeFile(path.join(folder, 'assets/app-1a2b3c.js.br'), brotliCompressSync(script));
  await writeFile(path.join(folder, 'assets/app-1a2b3c.js.gz'), gzipSync(script));
  await writeFile(path.join(folder, '..', `${path.basename(folder)}-secret.txt`), 'secret');
  house = await startApp({ clientFolder: folder });
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true });
  await rm(`${folder}-secret.txt`);
});

/** As fetch, which undoes the compression and tidies paths before a test can look. */
async function rawly(target: string, headers: Record<string, string> = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(house.url, { path: target, headers }, resolve).on('error', reject).end();
  });
  return { status: response.statusCode, headers: response.headers, bytes: await buffer(response) };
}

describe('the client', () => {
  it.each(['/', '/hall/5d5f', '/live/5d5f', '/verify', '/l', '/secretary/contests/'])(
    'has a page at %s',
    async (where) => {
      const { status, headers, body } = await house.ask(where);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toMatch(/^text\/html; charset=utf-8/i);
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(body).toBe(page);
    },
  );

  it.each(['/api/hall', '/api', '/assets/gone-0000.js', '/hall.php', '/.env', '/robots.txt'])(
    'has nothing at %s',
    async (where) => {
      const { status, headers } = await house.ask(where);
      expect(status).toBe(404);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    },
  );

  it('sends what the build compressed, to those who can read it', async () => {
    const brotli = await rawly('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
    expect(
      (await rawly('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip' })).headers['content-encoding'],
    ).toBe('gzip');
    const plain = await rawly('/assets/app-1a2b3c.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.bytes.toString()).toBe(script);
  });

  it('lets files that never change be kept, and asks after the rest', async () => {
    const asset = await rawly('/assets/app-1a2b3c.js', { 'accept-encoding': 'br' });
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toMatch(/javascript/);
    const icon = await rawly('/favicon.svg');
    expect(icon.headers['cache-control']).toBe('no-cache');
    expect((await rawly('/favicon.svg', { 'if-none-match': icon.headers.etag ?? '' })).status).toBe(304);
  });

  it.each(['/../', '/..%2f', '/assets/..%2f..%2f', '/%2e%2e/', '/assets/%2e%2e/%2e%2e/'])(
    'does not leave its folder by %s',
    async (way) => {
      const { bytes } = await rawly(`${way}${path.basename(folder)}-secret.txt`);
      expect(bytes.toString()).not.toBe('secret');
    },
  );
});
