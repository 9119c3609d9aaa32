import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openDatabase } from './schema/open-database.ts';
import { addressOf, freePortFrom, greet } from './greeting.ts';
import { ownLinkKey, ownSettings } from './settings.ts';

/** How long requests and a last commit may take after the order to stop. */
const patienceMs = 15_000;

const { values: options } = parseArgs({ options: { lan: { type: 'boolean', default: false } } });
const settings = ownSettings();
const linkKey = await ownLinkKey(settings);
const host = options.lan ? '0.0.0.0' : settings.host;

// The database starts while the rest of the program is read, which takes about as long.
const [database, { createApp }, { holdsDemonstration, loadDemonstration }] = await Promise.all([
  openDatabase(settings),
  import('./app.ts'),
  import('./demonstration/demonstration.ts'),
]);
const port = await freePortFrom(settings.port, host);
const address = settings.publicUrl ?? addressOf(host, port);
const app = await createApp({
  databaseUrl: database.url,
  databaseTrouble: () => database.trouble(),
  linkKey,
  publicUrl: address,
  mail:
    settings.smtpUrl !== undefined && settings.mailFrom !== undefined
      ? { smtpUrl: settings.smtpUrl, from: settings.mailFrom }
      : undefined,
  ...(settings.trustProxy !== undefined && { trustProxy: settings.trustProxy }),
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
if (settings.demonstration ?? database.isEmbedded) await loadDemonstration(app, settings.rehearsalStart);

await app.listen(port, host);
console.log(
  await greet(address, {
    isForLan: options.lan,
    hasDemonstration: await holdsDemonstration(app),
  }),
);
