import type { JournalEntry } from '../../rules/events.ts';
import type { ProtocolOptions } from '../imprint.ts';
import { plainText, tabulated, textCell, wholeCell } from './cells.ts';
import type { Sheet } from '../document.ts';
import { imprintOf } from '../imprint.ts';
import { journalColumns, journalLines } from './journal-sheet.ts';
import { clockNote } from '../language/moments.ts';
import { presenceColumns, presenceLines } from './presence-sheet.ts';
import { isDecisive, resultColumns, resultLines } from './results-sheet.ts';
import { rollCallOf } from '../votes/roll-call.ts';
import { recordOf, type SessionRecord } from '../session-record.ts';
import { memberTitle } from '../language/declined-names.ts';

/**
 * The workbook: what was decided, who voted how, who was there, and the journal that all of it follows from.
 * A pure function of the journal like the protocol, and apart from it: only a spreadsheet pays for it.
 */
export function buildSheets(
  journal: readonly JournalEntry[],
  options: ProtocolOptions,
  record: SessionRecord = recordOf(journal),
): Sheet[] {
  const { session } = record;
  const { title, watermark, rehearsal, smallPrint } = imprintOf(record, options);
  const caption = plainText([title, watermark, rehearsal].filter((each) => each !== undefined).join(' · '));
  const moment = record.sittings[0]?.openedAt ?? journal[0]?.recordedAt ?? `${session.date}T09:00:00.000Z`;
  const clock = clockNote(session.timeZone, moment);
  const rollCall = rollCallOf(record);
  const sheet = (
    name: string,
    frozenColumns: number,
    content: Pick<Sheet, 'columns' | 'rows'>,
    notes: readonly string[],
  ): Sheet => ({ title: name, caption, frozenColumns, ...content, notes: notes.map(plainText) });
  return [
    sheet('Итоги', 3, tabulated(resultColumns(session.timeZone), resultLines(record), isDecisive), [
      clock,
      smallPrint,
    ]),
    sheet(
      'Поименно',
      2,
      tabulated(
        [
          { title: '№', width: 5, of: ({ index }) => wholeCell(index + 1) },
          { title: memberTitle(record.session), width: 30, of: ({ name }) => textCell(name) },
          ...(rollCall?.votes ?? []).map((title, vote) => ({
            title,
            width: 18,
            of: ({ cells }: { readonly cells: readonly string[] }) => textCell(cells[vote]),
          })),
        ],
        (rollCall?.members ?? []).map((member, index) => ({ ...member, index })),
      ),
      rollCall?.legend ?? [],
    ),
    sheet('Явка', 2, tabulated(presenceColumns(session), presenceLines(record)), [clock]),
    sheet('Журнал', 2, tabulated(journalColumns(session), journalLines(record, journal)), [clock]),
  ];
}
