import { parseArgs } from 'node:util';
import { ballots } from './ballots.ts';
import { crash, type CrashReport } from './crash.ts';
import { printRows } from './table.ts';

const usage = [
  'npm run bench -- ballots [--in-flight 400] [--seconds 3] [--rounds 5]',
  '  durable ballots a second through sockets, beside a serial chain of transactions on the same database',
  'npm run bench -- crash [--rounds 10] [--ballots 500]',
  '  kill -9 in the middle of ballots cast at once; every receipt must be in the journal afterwards',
].join('\n');

const options = {
  'in-flight': { type: 'string', default: '400' },
  seconds: { type: 'string', default: '3' },
  rounds: { type: 'string' },
  ballots: { type: 'string', default: '500' },
} as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  switch (positionals[0]) {
    case 'ballots':
      printRows(
        await ballots({
          inFlight: Number(values['in-flight']),
          seconds: Number(values.seconds),
          rounds: Number(values.rounds ?? 5),
        }),
      );
      return 0;
    case 'crash':
      return crashes(Number(values.rounds ?? 10), Number(values.ballots));
    default:
      console.error(usage);
      return 2;
  }
}

async function crashes(rounds: number, atOnce: number): Promise<number> {
  const reports: CrashReport[] = [];
  await crash({ rounds, ballots: atOnce }, (report) => {
    reports.push(report);
    console.log(`${reports.length}. ${JSON.stringify(report)}`);
  });
  const isWhole = reports.every(
    ({ lost, twice, missing, brokenAt }) => lost + twice + missing + brokenAt === 0,
  );
  console.log(isWhole ? 'every receipt was kept, nothing twice, every chain holds' : 'NOT KEPT');
  return isWhole ? 0 : 1;
}

process.exitCode = await main();
