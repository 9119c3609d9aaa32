import { isWrittenProcedure, seatOf } from '../../rules/session.ts';
import { attendeesIn } from './attendees.ts';
import type { Block } from '../document.ts';
import { labelledLine } from '../labelled-line.ts';
import { nameBesideOffice } from './namesakes.ts';
import { officeOf, substitutionText } from './office.ts';
import type { SessionRecord, Sitting } from '../session-record.ts';
import { endIn, momentIn, sittingLabel } from './sitting-times.ts';
import { isAt, unbroken } from './stays.ts';

/** One line for everyone who presided, in the order in which they first did, with the hours where they changed. */
export function presidingLines(record: SessionRecord): Block[] {
  const { session, presided, sittings } = record;
  return [...new Set(presided.map(({ memberId }) => memberId))].flatMap((memberId) => {
    const spans = sittings.flatMap((sitting) => spansIn(record, memberId, sitting));
    const hours =
      spans.length === sittings.length && spans.every(({ isWhole }) => isWhole)
        ? ''
        : spans.map(({ text }) => text).join('; ');
    // Passed on between two sittings, or held by somebody who was not there, the chair was nobody's (rule 2.4).
    if (spans.length === 0 && (sittings.length > 0 || memberId !== session.presidingId)) return [];
    const name = nameOf(record, memberId);
    return [labelledLine('Председательствующий – ', hours === '' ? name : `${name} (${hours})`)];
  });
}

/** The member with post and body, or the substitute who alone sat in the seat. */
function nameOf(record: SessionRecord, memberId: string): string {
  const { session, naming } = record;
  const seat = seatOf(session, memberId);
  if (!seat) return memberId;
  const [sitter] = attendeesIn(record, seat);
  return sitter?.mandate === undefined
    ? [naming.initialsFirst(nameBesideOffice(seat)), ...officeOf(seat)].join(', ')
    : `${naming.initialsFirst(sitter.name)}, ${substitutionText(record, seat, sitter.mandate)}`;
}

interface Span {
  readonly isWhole: boolean;
  readonly text: string;
}

interface Stretch {
  readonly from: string;
  readonly until?: string | undefined;
}

/** When a member presided over a sitting, being there: «до 09:55», «09:55–10:10», «с 10:10». */
function spansIn(record: SessionRecord, memberId: string, sitting: Sitting): Span[] {
  return record.presided.flatMap(({ memberId: presiding, since }, index) =>
    presiding !== memberId
      ? []
      : presenceAt(record, memberId, sitting)
          .flatMap((stay) => both({ from: since, until: record.presided[index + 1]?.since }, stay))
          .flatMap((held) => both(held, { from: sitting.openedAt, until: sitting.endedAt }))
          .map(({ from, until }) => {
            const begins = from === sitting.openedAt ? undefined : from;
            const ends = until === sitting.endedAt ? undefined : until;
            return {
              isWhole: begins === undefined && ends === undefined,
              text: hoursText(record, sitting, begins, ends),
            };
          }),
  );
}

/** In a written procedure nobody is present, and the chair is held all the same (rule 1.8). */
const presenceAt = ({ session, stays }: SessionRecord, memberId: string, sitting: Sitting): Stretch[] =>
  isWrittenProcedure(session)
    ? [{ from: sitting.openedAt }]
    : unbroken((stays.get(memberId) ?? []).filter((stay) => isAt(sitting, stay)));

/** What two stretches of time have in common. */
function both(one: Stretch, other: Stretch): Stretch[] {
  const from = one.from > other.from ? one.from : other.from;
  const ends = [one.until, other.until].filter((each) => each !== undefined).toSorted();
  const until = ends[0];
  return until !== undefined && until <= from ? [] : [{ from, until }];
}

function hoursText(
  record: SessionRecord,
  sitting: Sitting,
  begins: string | undefined,
  ends: string | undefined,
): string {
  if (begins === undefined)
    return ends === undefined ? sittingLabel(record, sitting) : `до ${momentIn(record, ends)}`;
  const from = momentIn(record, begins);
  return ends === undefined ? `с ${from}` : `${from}–${endIn(record, begins, ends)}`;
}
