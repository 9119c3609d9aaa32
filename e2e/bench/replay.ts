import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Round } from '@open-ballot/shared/rules/session';
import { Caller } from '../people/caller.ts';
import { Commission, demonstration, nomination } from '../people/commission.ts';
import { House } from '../people/house.ts';
import {
  ballotOf,
  countsOf,
  nomineesOf,
  pointsOf,
  publishedTotals,
  readRollCall,
  type ReplayedKind,
  type RollCall,
} from './roll-call.ts';

const usage = [
  'npm run replay -- <roll call.csv> … [--kind choose|rank] [--server http://…] [--login …]',
  '  plays a published roll call through the API of a server and holds the tally against the published totals',
  '  without --server one is started on a folder of its own; the password of --login stands in REPLAY_PASSWORD',
].join('\n');

/** A line of the comparison; `published` only where print gives a number. */
interface Line {
  readonly name: string;
  readonly counted: number;
  readonly inFile: number;
  readonly published?: number;
}

interface Arguments {
  readonly files: readonly string[];
  readonly kind: ReplayedKind;
  readonly server: string | undefined;
  readonly login: string;
}

async function main(): Promise<number> {
  const { files, kind, server, login } = readArguments();
  const house = server === undefined ? await House.opens() : undefined;
  try {
    const secretary = await Caller.signsIn(
      server ?? house!.url,
      login,
      process.env['REPLAY_PASSWORD'] ?? demonstration.password,
    );
    let differences = 0;
    for (const file of files) differences += await replay(file, kind, secretary);
    secretary.hangsUp();
    return differences === 0 ? 0 : 1;
  } finally {
    await house?.closes();
  }
}

function readArguments(): Arguments {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        kind: { type: 'string', default: 'choose' },
        server: { type: 'string' },
        login: { type: 'string', default: demonstration.secretary },
      },
    });
    const { kind, server, login } = values;
    if (positionals.length > 0 && (kind === 'choose' || kind === 'rank')) {
      const files = positionals.map((each) => resolve(process.env['INIT_CWD'] ?? '.', each));
      return { files, kind: kind, server: server?.replace(/\/$/, ''), login };
    }
  } catch {
    // An unknown option: the usage says which there are.
  }
  console.error(usage);
  process.exit(2);
}

async function replay(file: string, kind: ReplayedKind, secretary: Caller): Promise<number> {
  const rollCall = readRollCall(file);
  const names = nomineesOf(rollCall, kind);
  const idOf = (name: string): string => `nominee-${names.indexOf(name) + 1}`;
  const round = await playedThrough(rollCall, kind, names, idOf, secretary);

  const inFile = countsOf(rollCall, kind);
  const published = publishedTotals(file, rollCall, kind);
  const lines = names.map((name): Line => {
    const counted = (kind === 'rank' ? round.tally.points : round.tally.votes)?.[idOf(name)] ?? 0;
    const inPrint = published.get(name);
    return {
      name,
      counted: Number(counted),
      inFile: inFile.byName.get(name)!,
      ...(inPrint !== undefined && { published: inPrint }),
    };
  });
  lines.sort((one, other) => other.counted - one.counted);
  const abstained: Line = {
    name: 'Abstained',
    counted: round.tally.abstained ?? 0,
    inFile: inFile.abstained,
  };
  return print(`${rollCall.title}, ${kind}`, [...lines, abstained], round, names);
}

/** The whole way: contest, accounts, session, attendance, round, a ballot from every member, closing. */
async function playedThrough(
  rollCall: RollCall,
  kind: ReplayedKind,
  names: readonly string[],
  idOf: (name: string) => string,
  secretary: Caller,
): Promise<Round> {
  const parameters = kind === 'choose' ? { min: 1, max: 1 } : { points: pointsOf(rollCall), partial: true };
  const commission = await Commission.convenes(secretary.house, {
    secretary,
    signIn: 'link',
    title: `Повтор опубликованного голосования: ${rollCall.title}`,
    seats: rollCall.ballots.map(({ voter, affiliation }) => ({ name: voter, body: affiliation })),
    questions: [
      nomination(
        'award',
        rollCall.title,
        names.map((name) => ({ nomineeId: idOf(name), name })),
        { kind, parameters },
      ),
    ],
  });
  await commission.opens();
  const roundId = await commission.putsToTheVote('award');
  const receipts = await Promise.all(
    commission.members.map(({ caller }, at) =>
      caller.sends(commission.sessionId, {
        type: 'cast-ballot',
        roundId,
        ballot: ballotOf(rollCall.ballots[at]!, kind, idOf),
        replaces: null,
      }),
    ),
  );
  const refused = receipts.find(({ outcome }) => outcome !== 'recorded');
  if (refused) throw new Error(`a published ballot was not recorded: ${JSON.stringify(refused)}`);
  const round = await commission.closesRound(roundId);
  for (const { caller } of commission.members) caller.hangsUp();
  return round;
}

/** Prints the table and answers how many numbers differ. */
function print(
  title: string,
  lines: readonly Line[],
  { tally, outcome }: Round,
  names: readonly string[],
): number {
  const winners =
    outcome?.winners.map(({ nomineeId }) => names[Number(nomineeId.replace('nominee-', '')) - 1]) ?? [];
  const decided = outcome?.decidedBy === undefined ? '' : `, decided by ${outcome.decidedBy}`;
  console.log(
    `\n${title}: ${tally.ballots} ballots, ${outcome?.kind ?? 'no outcome'}${decided}: ${winners.join('; ')}`,
  );
  const width = Math.max(...lines.map(({ name }) => name.length));
  console.log(`  ${'nominee'.padEnd(width)}  counted  in file  published`);
  let differences = 0;
  for (const { name, counted, inFile, published } of lines) {
    const differs = counted !== inFile || (published !== undefined && counted !== published);
    if (differs) differences += 1;
    const numbers = [counted, inFile, published ?? '–'].map((each, at) =>
      String(each).padStart(at === 2 ? 9 : 7),
    );
    console.log(`  ${name.padEnd(width)}  ${numbers.join('  ')}${differs ? '  ← differs' : ''}`);
  }
  console.log(differences === 0 ? '  all equal' : `  ${differences} differ`);
  return differences;
}

process.exitCode = await main();
