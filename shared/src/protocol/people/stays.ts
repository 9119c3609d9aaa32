import type { Attendance, Session } from '../../rules/session.ts';

/** Presence in a seat without a break. `until` is missing for who stayed to the end. */
export interface Stay {
  readonly attendance: 'in-person' | 'remote';
  readonly from: string;
  readonly until?: string;
  /** Of the entry it begins with. */
  readonly position: number;
  /** It was the substitute who sat here, not the member (rule 8.3). */
  readonly bySubstitute?: true;
}

/** Where a fact stands in the journal. */
interface Place {
  readonly at: string;
  readonly position: number;
}

/**
 * A mark of presence begins a stay and leaving ends it. «Absent» after it was a correction and takes it back, unless
 * the seat has taken part in a vote meanwhile: then whoever sat there has left.
 */
export function marked(
  known: readonly Stay[],
  attendance: Attendance,
  { at, position }: Place,
  { memberId, session }: { readonly memberId: string; readonly session: Session },
): Stay[] {
  const here = sitting(known);
  if (attendance === 'in-person' || attendance === 'remote') {
    if (here?.attendance === attendance) return [...known];
    const bySubstitute = session.roll.some((seat) => seat.memberId === memberId && seat.substitute);
    return [...ended(known, at), { attendance, from: at, position, ...(bySubstitute && { bySubstitute }) }];
  }
  if (!here) return [...known];
  return attendance === 'left' || tookPart(session, memberId, here.position)
    ? ended(known, at)
    : known.slice(0, -1);
}

export const ended = (known: readonly Stay[], at: string): Stay[] =>
  known.map((stay, index) =>
    index === known.length - 1 && stay.until === undefined ? { ...stay, until: at } : stay,
  );

/** The substitute appointed for a seat takes it from whoever sat there. */
export function handedOver(known: readonly Stay[], { at, position }: Place): Stay[] {
  const here = sitting(known);
  return here
    ? [...ended(known, at), { attendance: here.attendance, from: at, position, bySubstitute: true }]
    : [...known];
}

/**
 * The stays as a sitting begins: who came and went before it was not at it, and who sat until the last one closed
 * sits on without a new mark.
 */
export const seated = (
  known: readonly Stay[],
  { at, position }: Place,
  lastEnd: string | undefined,
): Stay[] =>
  known.flatMap((stay) => {
    const isBefore = lastEnd !== undefined && stay.from < lastEnd;
    if (stay.until !== undefined) return isBefore ? [stay] : [];
    return isBefore
      ? [
          { ...stay, until: lastEnd },
          { ...stay, from: at, position },
        ]
      : [stay];
  });

function sitting(known: readonly Stay[]): Stay | undefined {
  const last = known.at(-1);
  return last && last.until === undefined ? last : undefined;
}

/** Whether a seat has a counted ballot given in the hall, or was frozen as present, since a position (rule 2.3). */
const tookPart = ({ questions }: Session, memberId: string, since: number): boolean =>
  questions.some(({ rounds }) =>
    rounds.some(
      ({ ballots, closedPosition, present }) =>
        ballots.some(
          (each) => each.memberId === memberId && each.basis !== 'written' && each.position >= since,
        ) ||
        (closedPosition !== undefined &&
          closedPosition >= since &&
          present.includes(memberId) &&
          !ballots.some((each) => each.memberId === memberId && each.basis === 'written')),
    ),
  );

export const ways: Readonly<Record<Stay['attendance'], string>> = {
  'in-person': 'очно',
  remote: 'дистанционно',
};

/** Whether a stay falls into a sitting. */
export const isAt = (
  { openedAt, endedAt }: { readonly openedAt: string; readonly endedAt?: string },
  { from, until }: Stay,
): boolean => (endedAt === undefined || from < endedAt) && (until === undefined || until > openedAt);

/** Whoever goes on from the hall over a link, or the other way round, has neither left nor come. */
export const unbroken = (stays: readonly Stay[]): Pick<Stay, 'from' | 'until'>[] =>
  stays.reduce<Pick<Stay, 'from' | 'until'>[]>((joined, { from, until }) => {
    const last = joined.at(-1);
    const span = { from: last?.until === from ? last.from : from, ...(until !== undefined && { until }) };
    return last?.until === from ? [...joined.slice(0, -1), span] : [...joined, span];
  }, []);

/** «очно», «дистанционно», «очно, затем дистанционно». */
export const waysText = (stays: readonly Stay[]): string =>
  [...new Set(stays.map(({ attendance }) => ways[attendance]))].join(', затем ');
