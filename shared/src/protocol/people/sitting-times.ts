import { paragraph } from '../blocks.ts';
import type { Block, Run } from '../document.ts';
import { clock, dayOf, dayText, zoneText } from '../language/moments.ts';
import type { SessionRecord, Sitting } from '../session-record.ts';
import { asContinuation } from '../language/wording.ts';

type Times = Pick<SessionRecord, 'session' | 'sittings'>;

/** The first and the last day on which the commission sat; before the opening the day it is convened for. */
export function sittingDays({ session: { date, timeZone }, sittings }: Times): {
  first: string;
  last: string;
} {
  const days = sittings.flatMap(({ openedAt, endedAt }) =>
    [openedAt, endedAt ?? openedAt].map((moment) => dayOf(moment, timeZone)),
  );
  return { first: days[0] ?? date, last: days.at(-1) ?? date };
}

/** «09:50», or «26 июня 2021 г., 09:50» where the commission sat on more than one day. */
export function momentIn(record: Times, at: string): string {
  const { timeZone } = record.session;
  const { first, last } = sittingDays(record);
  return first === last ? clock(at, timeZone) : `${dayText(dayOf(at, timeZone))}, ${clock(at, timeZone)}`;
}

/** The later end of a span, whose day goes without saying where it is that of the beginning. */
export function endIn(record: Times, from: string, until: string): string {
  const { timeZone } = record.session;
  return dayOf(from, timeZone) === dayOf(until, timeZone) ? clock(until, timeZone) : momentIn(record, until);
}

/** What tells one sitting from the others: its day, or its hours where a day had several. */
export function sittingLabel(record: Times, { openedAt, endedAt }: Sitting): string {
  const { timeZone } = record.session;
  const day = dayOf(openedAt, timeZone);
  const isOnly = record.sittings.filter((each) => dayOf(each.openedAt, timeZone) === day).length === 1;
  if (isOnly) return dayText(day);
  return endedAt === undefined
    ? `с ${momentIn(record, openedAt)}`
    : `${momentIn(record, openedAt)}–${endIn(record, openedAt, endedAt)}`;
}

/** «Начало: 09:50; окончание: 10:40 (московское время, UTC+3).», «…; в 10:15 объявлен перерыв (обед).» */
export function sittingLines(record: Times): Block[] {
  const { timeZone } = record.session;
  return record.sittings.map(({ openedAt, endedAt, reason }, index) => {
    const runs: Run[] = [
      { text: index === 0 ? 'Начало: ' : 'Возобновлено: ', bold: true },
      { text: momentIn(record, openedAt) },
    ];
    const zone = ` (${zoneText(timeZone, openedAt)})`;
    if (endedAt === undefined) runs.push({ text: `${zone}.` });
    else if (reason === undefined)
      runs.push(
        { text: '; окончание: ', bold: true },
        { text: `${endIn(record, openedAt, endedAt)}${zone}.` },
      );
    else runs.push({ text: `${zone}; ${adjournment(record, openedAt, endedAt, reason)}.` });
    return paragraph(runs);
  });
}

/** «в 10:15 объявлен перерыв (нужны материалы)», with the day where it is another one. */
function adjournment({ session }: Times, from: string, at: string, reason: string): string {
  const { timeZone } = session;
  const day = dayOf(at, timeZone);
  const date = day === dayOf(from, timeZone) ? '' : `${dayText(day)} `;
  const ground = asContinuation(reason);
  return `${date}в ${clock(at, timeZone)} объявлен перерыв${ground === '' ? '' : ` (${ground})`}`;
}
