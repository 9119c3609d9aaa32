import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Ballot } from '@open-ballot/shared/rules/session';
import { parse } from 'csv-parse/sync';

export type ReplayedKind = 'choose' | 'rank';

/** Somebody's published vote: names in the order of their places; none for an abstention. */
export interface PublishedBallot {
  readonly voter: string;
  readonly affiliation: string;
  readonly places: readonly string[];
}

/** A named vote as a file tells it: `Voter, Affiliation, 1st, 2nd, …, Year, Award`. */
export interface RollCall {
  readonly title: string;
  readonly ballots: readonly PublishedBallot[];
  /** How many places a ballot names. */
  readonly places: number;
  readonly year: string;
  readonly award: string;
}

const abstention = 'Abstained';
const isPlace = (column: string): boolean => /^\d+(st|nd|rd|th)$/.test(column);

type Row = Readonly<Record<string, string>>;

const rowsOf = (file: string): Row[] =>
  parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true });

export function readRollCall(file: string): RollCall {
  const rows = rowsOf(file);
  const [first] = rows;
  if (!first || !('Voter' in first)) throw new Error(`${file}: no column Voter, so not a roll call`);
  const columns = Object.keys(first).filter(isPlace);
  const ballots = rows.map((row) => {
    const named = columns.map((column) => row[column]?.trim() ?? '').filter((name) => name !== '');
    return {
      voter: row['Voter']!,
      affiliation: row['Affiliation'] ?? '',
      places: named[0] === abstention ? [] : named,
    };
  });
  const { Year: year = '', Award: award = basename(file, '.csv') } = first;
  return { title: `${award} ${year}`.trim(), ballots, places: columns.length, year, award };
}

/** Nominees in the order of the alphabet: those that a vote of this kind names. */
export function nomineesOf({ ballots }: RollCall, kind: ReplayedKind): string[] {
  const named = ballots.flatMap(({ places }) => (kind === 'choose' ? places.slice(0, 1) : places));
  return [...new Set(named)].sort();
}

/** 5-3-1, or 10-7-5-3-1 where five places are named. */
export const pointsOf = ({ places }: RollCall): string[] =>
  places === 5 ? ['10', '7', '5', '3', '1'] : ['5', '3', '1'].slice(0, places);

export interface Counts {
  readonly byName: ReadonlyMap<string, number>;
  readonly abstained: number;
}

/** The count that the file itself holds, made without the program under test. */
export function countsOf(rollCall: RollCall, kind: ReplayedKind): Counts {
  const points = kind === 'choose' ? [1] : pointsOf(rollCall).map(Number);
  const byName = new Map(nomineesOf(rollCall, kind).map((name) => [name, 0]));
  for (const { places } of rollCall.ballots) {
    for (const [at, name] of places.slice(0, points.length).entries())
      byName.set(name, byName.get(name)! + points[at]!);
  }
  return { byName, abstained: rollCall.ballots.filter(({ places }) => places.length === 0).length };
}

/** The totals found in print, by name; from `totals_published.csv` beside the file or one folder up. */
export function publishedTotals(
  file: string,
  { year, award }: RollCall,
  kind: ReplayedKind,
): ReadonlyMap<string, number> {
  const published = new Map<string, number>();
  for (const folder of [dirname(file), dirname(dirname(file))]) {
    for (const row of rowsIn(join(folder, 'totals_published.csv'))) {
      const total = row[kind === 'choose' ? 'first_places' : 'points'] ?? '';
      if (row['year'] === year && row['award'] === award && total !== '')
        published.set(row['nominee']!, Number(total));
    }
    if (published.size > 0) break;
  }
  return published;
}

function rowsIn(file: string): Row[] {
  try {
    return rowsOf(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The ballot that a published vote becomes here; `idOf` names a nominee. */
export function ballotOf(
  { places }: PublishedBallot,
  kind: ReplayedKind,
  idOf: (name: string) => string,
): Ballot {
  if (places.length === 0) return { choice: 'abstain' };
  return kind === 'choose' ? { nominees: [idOf(places[0]!)] } : { places: places.map(idOf) };
}
