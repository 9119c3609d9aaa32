import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { KeptFiles } from './kept-files.ts';

/** Where the build puts the client, seen from `src` and `dist` alike. */
const builtClient = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../client/dist');

/** Files under /assets carry their digest in the name and never change; everything else is asked for anew. */
const cacheControlOf = (name: string): string =>
  name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Paths that are no pages: what is not found there is not found. */
const notPages = /^(api|assets|socket\.io)(\/|$)/;

/** The client's files, and its one page for every path of a page: which of its screens that is, the page knows. */
export function serveClient(server: FastifyInstance, folder = builtClient): void {
  const files = new KeptFiles(folder);
  server.get('/*', (request, reply) => {
    const name = (request.params as { readonly '*': string })['*'];
    if (name !== '' && files.has(name)) return files.send(name, cacheControlOf(name), request, reply);
    const isPage = !notPages.test(name) && !name.includes('.') && files.has('index.html');
    return isPage ? files.send('index.html', 'no-cache', request, reply) : reply.callNotFound();
  });
}
