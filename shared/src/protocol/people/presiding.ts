import { seatOf } from '../../rules/session.ts';
import { attendeesIn } from './attendees.ts';
import type { Block } from '../document.ts';
import { labelledLine } from '../labelled-line.ts';
import { nameBesideOffice } from './namesakes.ts';
import { officeOf, substitutionText } from './office.ts';
import type { SessionRecord, Sitting } from '../session-record.ts';
import { endIn, momentIn, sittingLabel } from './sitting-times.ts';

/** One line for everyone who presided, in the order in which they first did, with the hours where they changed. */
export function presidingLines(record: SessionRecord): Block[] {
  const { session, presided, sittings } = record;
  return [...new Set(presided.map(({ memberId }) => memberId))].flatMap((memberId) => {
    const spans = sittings.flatMap((sitting) => spansIn(record, memberId, sitting));
    const hours =
      spans.length === sittings.length && spans.every(({ isWhole }) => isWhole)
        ? ''
        : spans.map(({ text }) => text).join('; ');
    // Passed on between two sittings, the chair was nobody's at either of them.
    if (spans.length === 0 && memberId !== session.presidingId) return [];
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

/** When a member presided over a sitting: «до 09:55», «09:55–10:10», «с 10:10». */
function spansIn(record: SessionRecord, memberId: string, sitting: Sitting): Span[] {
  const { openedAt, endedAt } = sitting;
  return record.presided.flatMap((each, index) => {
    const next = record.presided[index + 1]?.since;
    const begins = each.since <= openedAt ? undefined : each.since;
    const ends = next === undefined || (endedAt !== undefined && next >= endedAt) ? undefined : next;
    const isElsewhere =
      (begins !== undefined && endedAt !== undefined && begins >= endedAt) ||
      (ends !== undefined && ends <= openedAt);
    return each.memberId !== memberId || isElsewhere
      ? []
      : [
          {
            isWhole: begins === undefined && ends === undefined,
            text: hoursText(record, sitting, begins, ends),
          },
        ];
  });
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
