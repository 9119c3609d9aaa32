import type { JournalEntry } from '../rules/events.ts';
import { plainText, tabulated, textCell, wholeCell } from './cells.ts';
import type { Sheet } from './document.ts';
import { journalColumns, journalLines } from './journal-sheet.ts';
import { zoneText } from './moments.ts';
import { presenceColumns, presenceLines } from './presence-sheet.ts';
import { isDecisive, resultColumns, resultLines } from './results-sheet.ts';
import { rollCallOf } from './roll-call.ts';
import type { SessionRecord } from './session-record.ts';

/** The workbook: what was decided, who voted how, who was there, and the journal that all of it follows from. */
export function sheetsOf(
  record: SessionRecord,
  journal: readonly JournalEntry[],
  heading: string,
  smallPrint: string,
): Sheet[] {
  const { session } = record;
  const caption = plainText(heading);
  const moment = record.sittings[0]?.openedAt ?? journal[0]?.recordedAt ?? `${session.date}T09:00:00.000Z`;
  const clock = `Время указано по местному времени заседания (${zoneText(session.timeZone, moment)}).`;
  const rollCall = rollCallOf(record);
  const sheet = (
    title: string,
    frozenColumns: number,
    content: Pick<Sheet, 'columns' | 'rows'>,
    notes: readonly string[],
  ): Sheet => ({ title, caption, frozenColumns, ...content, notes: notes.map(plainText) });
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
          { title: 'Член комиссии', width: 30, of: ({ name }) => textCell(name) },
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
    sheet('Явка', 2, tabulated(presenceColumns(session.timeZone), presenceLines(record)), [clock]),
    sheet('Журнал', 2, tabulated(journalColumns(session.timeZone), journalLines(session, journal)), [clock]),
  ];
}
