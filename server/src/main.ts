import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openDatabase } from './schema/open-database.ts';
import { addressOf, freePortFrom, greet } from './greeting.ts';

/** How long requests and a last commit may take after the order to stop. */
const patienceMs = 15_000;

const { values: options } = parseArgs({ options: { lan: { type: 'boolean', default: false } } });
const environment = process.env;
const host = options.lan ? '0.0.0.0' : (environment['HOST'] ?? '127.0.0.1');

// The database starts while the rest of the program is read, which takes about as long.
const [database, { createApp }, { holdsDemonstration, loadDemonstration }] = await Promise.all([
  openDatabase(environment),
  import('./app.ts'),
  import('./demonstration/demonstration.ts'),
]);
const app = await createApp({
  databaseUrl: database.url,
  databaseTrouble: () => database.trouble(),
  trustProxy: environment['TRUST_PROXY'],
});

let isStopping = false;
/** The application finishes what it has begun, then its database may go. */
async function stop(): Promise<void> {
  if (isStopping) process.exit(1); // asked twice
  isStopping = true;
  setTimeout(() => process.exit(1), patienceMs).unref();
  await app.close();
  await database.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

await app.init();
const wantsDemonstration = environment['DEMONSTRATION'] ?? (database.isEmbedded ? '1' : '0');
if (wantsDemonstration === '1') await loadDemonstration(app, environment['REHEARSAL_START']);

const port = await freePortFrom(Number(environment['PORT'] ?? 3000), host);
await app.listen(port, host);
console.log(
  await greet(addressOf(host, port), {
    isForLan: options.lan,
    hasDemonstration: await holdsDemonstration(app),
  }),
);
