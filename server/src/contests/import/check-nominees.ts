import type { ImportFault, ImportReport, NomineeColumn, RowWish } from '@open-ballot/shared/contract/import';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { exact, isDecimal } from '@open-ballot/shared/rules/counting/exact';
import type { NominationRow } from '../nomination.entity.ts';
import { NewNominationDto, NewNomineeDto } from '../nomination.dto.ts';
import type { NomineeRow } from '../nominee.entity.ts';
import { alike } from './alike.ts';
import { RowCheck } from './checked-row.ts';
import type { Entry } from './entries.ts';
import { decimalIn, momentIn } from './values.ts';
import { isCompatible, pairedWith } from './who-is-there.ts';

/** A nomination that nominees of the table go into, there already or to be added. */
export interface Destination {
  /** Undefined: to be added. */
  readonly nominationId?: string;
  readonly title: string;
  readonly category: string | null;
  readonly nominees: NewNomineeDto[];
  readonly changed: { readonly nomineeId: string; readonly changes: Partial<NewNomineeDto> }[];
}

export interface NomineesCheck {
  readonly rows: readonly RowCheck[];
  readonly destinations: readonly Destination[];
}

export interface NomineesThere {
  readonly nominations: readonly Pick<NominationRow, 'id' | 'title' | 'category'>[];
  readonly nominees: readonly NomineeRow[];
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
  entries: readonly Entry[],
  there: NomineesThere,
  wish: NomineesWish,
  wishes: ReadonlyMap<number, RowWish>,
): NomineesCheck {
  const places = new Places(there, wish);
  const coming = entries.map(({ record, section }) => {
    const check = new RowCheck(record);
    const place = places.of(check, section.nomination);
    return { check, place, nominee: nomineeIn(check, wish.timeZone) };
  });
  for (const place of places.all) {
    const own = coming.filter((each) => each.place === place && each.nominee.name !== '');
    const known = pairedWith<Coming, NomineeRow>(
      own.filter(({ check }) => wishes.get(check.row)?.as !== 'add'),
      place.there,
      (one) => alike(('nominee' in one ? one.nominee : one).name),
      [
        ({ nominee }, other) => nameOf(nominee) === nameOf(other),
        ({ nominee }, other) =>
          isCompatible(nominee.organisation, other.organisation) &&
          isCompatible(nominee.region, other.region),
      ],
    );
    for (const one of own) place.take(one, known.get(one), wishes.get(one.check.row)?.as === 'change');
  }
  return { rows: coming.map(({ check }) => check), destinations: places.taken };
}

export const newNominationsIn = ({ destinations }: NomineesCheck): ImportReport['newNominations'] =>
  destinations
    .filter(({ nominationId }) => nominationId === undefined)
    .map(({ title, category }) => ({ title, ...(category !== null && { category }) }));

/** What a row says of a nominee; null where it says nothing. */
type ReadNominee = Pick<NewNomineeDto, 'name'> & Record<(typeof details)[number], string | null>;

const details = ['organisation', 'region', 'priorScore', 'appliedAt', 'entrantId', 'materials'] as const;

interface Coming {
  readonly check: RowCheck;
  readonly nominee: ReadNominee;
}

function nomineeIn(check: RowCheck, timeZone: string): ReadNominee {
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

/** Alike of a title, of a category, and of both in one. */
interface Known {
  readonly title: string;
  readonly category: string;
  readonly both: string;
}

/** A nomination while rows go into it. */
class Place implements Destination {
  readonly nominees: NewNomineeDto[] = [];
  readonly changed: Destination['changed'] = [];
  readonly known: Known;
  private readonly names = new Map<string, number>();

  constructor(
    readonly title: string,
    readonly category: string | null,
    readonly nominationId?: string,
    readonly there: readonly NomineeRow[] = [],
  ) {
    this.known = knownAs(title, category);
  }

  /** @param other who of those who are there it is */
  take({ check, nominee }: Coming, other: NomineeRow | undefined, confirmed: boolean): void {
    const name = nameOf(nominee);
    const before = this.names.get(name);
    if (before !== undefined) check.finds({ column: 'name', fault: 'repeated', row: before });
    else this.names.set(name, check.row);
    if (other) {
      const changes = changesOf(nominee, other);
      check.meets({
        changes: changes.map((column) => ({ column, was: detailOf(other, column) ?? '' })),
        confirmed,
      });
      if (!confirmed || changes.length === 0) return;
      const { nomineeId } = other;
      this.changed.push({
        nomineeId,
        changes: Object.fromEntries(changes.map((key) => [key, nominee[key]])),
      });
    } else if (before === undefined) {
      this.nominees.push(nominee);
      if (this.there.length + this.nominees.length > bounds.nominees)
        check.finds({ column: 'name', fault: 'too-many' });
    }
  }
}

const detailOf = (nominee: NomineeRow, column: (typeof details)[number]): string | null =>
  column === 'appliedAt' ? (nominee.appliedAt?.toISOString() ?? null) : nominee[column];

/** What is said otherwise. What the table leaves empty, and how it is only spelled, takes nothing from who is there. */
const changesOf = (nominee: ReadNominee, other: NomineeRow): readonly (typeof details)[number][] =>
  details.filter((column) => {
    const [said, is] = [nominee[column], detailOf(other, column)];
    if (said === null || said === is) return false;
    if (column === 'priorScore' && isDecimal(said) && isDecimal(is)) return !exact(said).equals(exact(is));
    return column === 'materials' || column === 'entrantId' || alike(said) !== alike(is ?? '');
  });

/** Which nomination a row means, and who is in it already. */
class Places {
  readonly all: Place[];

  constructor(
    { nominations, nominees }: NomineesThere,
    private readonly wish: NomineesWish,
  ) {
    this.all = nominations.map(
      ({ id, title, category }) =>
        new Place(
          title,
          category,
          id,
          nominees.filter(({ nominationId }) => nominationId === id),
        ),
    );
  }

  get taken(): readonly Destination[] {
    return this.all.filter(({ nominees, changed }) => nominees.length + changed.length > 0);
  }

  /** @param section the nomination under whose title the row stands */
  of(check: RowCheck, section: string | undefined): Place | undefined {
    const { nominationId, addNominations } = this.wish;
    if (nominationId !== undefined) return this.all.find((each) => each.nominationId === nominationId);
    const title = check.text('nomination') ?? check.takes('nomination', section);
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

  /** By title, and by category where the row names one; or by both in one cell, as the screens show them. */
  private named(title: string, category: string | null): readonly Place[] {
    const wanted = knownAs(title, category);
    const titled = this.all.filter(({ known }) => known.title === wanted.title);
    const exact = titled.filter(({ known }) => known.category === wanted.category);
    if (exact.length > 0 || category !== null) return exact;
    return titled.length > 0 ? titled : this.all.filter(({ known }) => known.both === wanted.title);
  }

  private added(title: string, category: string | null, check: RowCheck): Place | undefined {
    const faults = new RowCheck({ row: check.row, cell: () => undefined, untitled: [] });
    faults.follows(NewNominationDto, { title, category } as object);
    for (const fault of faults.faults) {
      const isTitle = 'column' in fault && (fault.column as string) === 'title';
      check.finds({ ...fault, column: isTitle ? 'nomination' : 'category' } as ImportFault);
    }
    if (!faults.isSound) return undefined;
    if (this.all.length >= bounds.nominations) {
      check.finds({ column: 'nomination', fault: 'too-many' });
      return undefined;
    }
    const place = new Place(title, category);
    this.all.push(place);
    return place;
  }
}

const knownAs = (title: string, category: string | null): Known => ({
  title: alike(title),
  category: alike(category ?? ''),
  both: alike(`${title}, ${category ?? ''}`),
});

/** Nominees of one name are told apart by where they are from. */
const nameOf = ({
  name,
  organisation,
  region,
}: Pick<ReadNominee, 'name' | 'organisation' | 'region'>): string =>
  [name, organisation ?? '', region ?? ''].map(alike).join('\n');
