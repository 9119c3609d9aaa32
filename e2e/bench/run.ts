import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ballots } from './ballots.ts';
import { crash, type CrashReport } from './crash.ts';
import { documents, sizes, type Waiting } from './documents.ts';
import { printRows } from './table.ts';

const usage = [
  'npm run bench -- ballots [--in-flight 400] [--seconds 3] [--rounds 5]',
  '  durable ballots a second through sockets, beside a serial chain of transactions on the same database',
  'npm run bench -- crash [--rounds 10] [--ballots 500]',
  '  kill -9 in the middle of ballots cast at once; every receipt must be in the journal afterwards',
  'npm run bench -- documents [--sizes 9x3,60x40,180x100] [--keep <folder>]',
  '  a whole protocol in every format: time, size, and how long the server kept others waiting meanwhile',
].join('\n');

const options = {
  'in-flight': { type: 'string', default: '400' },
  seconds: { type: 'string', default: '3' },
  rounds: { type: 'string' },
  ballots: { type: 'string', default: '500' },
  sizes: { type: 'string', default: sizes.map(({ members, questions }) => `${members}x${questions}`).join() },
  keep: { type: 'string' },
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
    case 'documents':
      await drawsDocuments(values.sizes, values.keep && resolve(process.env['INIT_CWD'] ?? '.', values.keep));
      return 0;
    default:
      console.error(usage);
      return 2;
  }
}

async function drawsDocuments(wanted: string, keepIn: string | undefined): Promise<void> {
  const waiting = ({ median, p99, longest }: Waiting, loop: number): string =>
    [median, p99, longest, loop].map((each) => each.toFixed(1).padStart(6)).join(' ');
  for (const size of wanted.split(',')) {
    const [members = NaN, questions = NaN] = size.split('x').map(Number);
    const report = await documents({ members, questions }, keepIn);
    console.log(`\n${members} members × ${questions} questions, ${report.entries} journal entries`);
    console.log(
      '  format       ms        bytes   a small request meanwhile, ms: median, 99 %, longest; longest hold of the loop',
    );
    console.log(`  ${'(idle)'.padEnd(28)}  ${waiting(report.idle, report.idleLoop)}`);
    for (const { format, took, bytes, answers, loop } of report.documents)
      console.log(
        `  ${format.padEnd(6)}  ${took.toFixed(0).padStart(7)}  ${String(bytes).padStart(11)}  ${waiting(answers, loop)}`,
      );
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
