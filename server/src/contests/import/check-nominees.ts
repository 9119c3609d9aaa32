import type { ImportReport, NomineeColumn } from '@open-ballot/shared/contract/import';
import { bounds } from '@open-ballot/shared/rules/bounds';
import type { NominationRow } from '../nomination.entity.ts';
import { NewNominationDto, NewNomineeDto } from '../nomination.dto.ts';
import type { NomineeRow } from '../nominee.entity.ts';
import { alike } from './alike.ts';
import { RowCheck } from './checked-row.ts';
import type { RecordRow } from './columns.ts';
import { decimalIn, momentIn } from './values.ts';

/** A nomination that nominees of the table go into, there already or to be added. */
export interface Destination {
  /** Undefined: to be added. */
  readonly nominationId?: string;
  readonly title: string;
  readonly category: string | null;
  readonly nominees: { readonly nominee: NewNomineeDto; readonly check: RowCheck }[];
}

export interface NomineesCheck {
  readonly rows: readonly RowCheck[];
  readonly destinations: readonly Destination[];
}

export interface NomineesThere {
  readonly nominations: readonly Pick<NominationRow, 'id' | 'title' | 'category'>[];
  readonly nominees: readonly Pick<NomineeRow, 'nominationId' | 'name' | 'region'>[];
}

export interface NomineesWish {
  readonly timeZone: string;
  /** Where all of them go; otherwise each row says. */
  readonly nominationId?: string;
  readonly addNominations?: boolean;
}

/** Columns that do not count once it is chosen where all nominees go. */
export const placingColumns = ['nomination', 'category'] as const satisfies readonly NomineeColumn[];

/** What each row comes to, beside what the contest has and beside the rows before it. */
export function checkNominees(
  rows: readonly RecordRow[],
  there: NomineesThere,
  wish: NomineesWish,
): NomineesCheck {
  const places = new Places(there, wish);
  const checks = rows.map((each) => {
    const check = new RowCheck(each);
    const place = places.of(check);
    const nominee = nomineeIn(check, wish.timeZone);
    if (place && nominee.name !== '') places.take(place, nominee, check);
    return check;
  });
  return { rows: checks, destinations: places.taken };
}

export const newNominationsIn = ({ destinations }: NomineesCheck): ImportReport['newNominations'] =>
  destinations
    .filter(({ nominationId }) => nominationId === undefined)
    .map(({ title, category }) => ({ title, ...(category !== null && { category }) }));

function nomineeIn(check: RowCheck, timeZone: string): NewNomineeDto {
  const nominee = {
    name: check.text('name') ?? '',
    organisation: check.text('organisation') ?? null,
    region: check.text('region') ?? null,
    priorScore: check.value('priorScore', 'bad-number', decimalIn) ?? null,
    appliedAt: check.value('appliedAt', 'bad-moment', (cell) => momentIn(cell, timeZone)) ?? null,
    entrantId: check.text('entrantId') ?? null,
    materials: check.text('materials') ?? null,
  };
  check.follows(NewNomineeDto, nominee);
  return nominee;
}

interface Place extends Destination {
  /** Alike of the title, of the category, and of both in one. */
  readonly known: { readonly title: string; readonly category: string; readonly both: string };
  readonly names: Map<string, 'there' | number>;
  count: number;
}

/** Which nomination a row means, and who is in it already. */
class Places {
  private readonly places: Place[];

  constructor(
    { nominations, nominees }: NomineesThere,
    private readonly wish: NomineesWish,
  ) {
    this.places = nominations.map(({ id, title, category }) => {
      const own = nominees.filter(({ nominationId }) => nominationId === id);
      const names = new Map(own.map((each) => [nameOf(each), 'there' as const]));
      const known = knownAs(title, category);
      return { nominationId: id, title, category, known, nominees: [], names, count: own.length };
    });
  }

  get taken(): readonly Destination[] {
    return this.places.filter(({ nominees }) => nominees.length > 0);
  }

  of(check: RowCheck): Place | undefined {
    const { nominationId, addNominations } = this.wish;
    if (nominationId !== undefined) return this.places.find((each) => each.nominationId === nominationId);
    const title = check.text('nomination');
    const category = check.text('category') ?? null;
    if (title === undefined) {
      check.finds({ column: 'nomination', fault: 'required' });
      return undefined;
    }
    const named = this.named(title, category);
    if (named.length > 1) check.finds({ column: 'nomination', fault: 'several-nominations' });
    if (named.length > 0) return named.length === 1 ? named[0] : undefined;
    if (!addNominations) check.finds({ column: 'nomination', fault: 'no-such-nomination' });
    return addNominations ? this.added(title, category, check) : undefined;
  }

  take(place: Place, nominee: NewNomineeDto, check: RowCheck): void {
    const name = nameOf(nominee);
    const before = place.names.get(name);
    if (before === 'there') check.finds({ column: 'name', fault: 'already-there' });
    else if (before !== undefined) check.finds({ column: 'name', fault: 'repeated', row: before });
    else {
      place.names.set(name, check.row);
      place.count += 1;
      if (place.count > bounds.nominees) check.finds({ column: 'name', fault: 'too-many' });
      place.nominees.push({ nominee, check });
    }
  }

  /** By title, and by category where the row names one; or by both in one cell, as the screens show them. */
  private named(title: string, category: string | null): readonly Place[] {
    const wanted = knownAs(title, category);
    const titled = this.places.filter(({ known }) => known.title === wanted.title);
    const exact = titled.filter(({ known }) => known.category === wanted.category);
    if (exact.length > 0 || category !== null) return exact;
    return titled.length > 0 ? titled : this.places.filter(({ known }) => known.both === wanted.title);
  }

  private added(title: string, category: string | null, check: RowCheck): Place | undefined {
    const faults = new RowCheck({ row: check.row, cell: () => undefined });
    faults.follows(NewNominationDto, { title, category } as object);
    for (const fault of faults.faults) {
      check.finds({ ...fault, column: (fault.column as string) === 'title' ? 'nomination' : 'category' });
    }
    if (!faults.isSound) return undefined;
    if (this.places.length >= bounds.nominations) {
      check.finds({ column: 'nomination', fault: 'too-many' });
      return undefined;
    }
    const place: Place = {
      title,
      category,
      known: knownAs(title, category),
      nominees: [],
      names: new Map(),
      count: 0,
    };
    this.places.push(place);
    return place;
  }
}

const knownAs = (title: string, category: string | null): Place['known'] => ({
  title: alike(title),
  category: alike(category ?? ''),
  both: alike(`${title}, ${category ?? ''}`),
});

const nameOf = ({ name, region }: { readonly name: string; readonly region?: string | null }): string =>
  `${alike(name)}\n${alike(region ?? '')}`;
