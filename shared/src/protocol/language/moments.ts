import { nbsp } from './typography.ts';

/** Moments are recorded in UTC; a document shows them in the session's own time zone and names it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, look: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(look)}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat('ru-RU', { timeZone, hourCycle: 'h23', ...look });
    formats.set(key, known);
  }
  return known;
}

/** ISO calendar day of a moment in a time zone. */
export function dayOf(moment: string, timeZone: string): string {
  const parts = format(timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(moment),
  );
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export const clock = (moment: string, timeZone: string): string =>
  format(timeZone, { hour: '2-digit', minute: '2-digit' }).format(new Date(moment));

/** To the second: votes may follow each other closely. */
export const clockToTheSecond = (moment: string, timeZone: string): string =>
  format(timeZone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(moment));

const dayAndTime = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;

/** Day and time on the clock of a time zone, without the offset, for spreadsheets: they know no zones. */
export const wallClock = (moment: string, timeZone: string): string => {
  const [day = '', time = ''] = format(timeZone, dayAndTime).format(new Date(moment)).split(', ');
  return `${day.split('.').reverse().join('-')}T${time}.${moment.slice(20, 23)}`;
};

const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

function pieces(isoDay: string): { day: number; month: string; year: string } {
  const [year = '', month = '1', day = '1'] = isoDay.split('-');
  return { day: Number(day), month: months[Number(month) - 1] ?? '', year };
}

/** «25 июня 2021 г.», the words held together. */
export function dayText(isoDay: string): string {
  const { day, month, year } = pieces(isoDay);
  return [day, month, year, 'г.'].join(nbsp);
}

/** «25–26 июня 2021 г.», «30 мая – 2 июня 2021 г.». */
export function daysText(first: string, last: string): string {
  if (first === last) return dayText(first);
  const from = pieces(first);
  const to = pieces(last);
  if (from.year !== to.year) return `${dayText(first)} – ${dayText(last)}`;
  return from.month === to.month
    ? `${from.day}–${dayText(last)}`
    : `${from.day}${nbsp}${from.month}${nbsp}– ${dayText(last)}`;
}

/** Zones of Russia: their time is told from Moscow's. */
const russian: ReadonlySet<string> = new Set(
  (
    'Europe/Kaliningrad Europe/Moscow Europe/Simferopol Europe/Kirov Europe/Volgograd Europe/Astrakhan Europe/Saratov ' +
    'Europe/Ulyanovsk Europe/Samara Asia/Yekaterinburg Asia/Omsk Asia/Novosibirsk Asia/Barnaul Asia/Tomsk ' +
    'Asia/Novokuznetsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Chita Asia/Yakutsk Asia/Khandyga Asia/Vladivostok ' +
    'Asia/Ust-Nera Asia/Magadan Asia/Sakhalin Asia/Srednekolymsk Asia/Kamchatka Asia/Anadyr'
  ).split(' '),
);

/** How far the clock of a zone is from UTC at a moment: «UTC+3», «UTC+5:30». */
const offsetText = (timeZone: string, moment: string): string =>
  (
    format(timeZone, { timeZoneName: 'shortOffset' })
      .formatToParts(new Date(moment))
      .find((part) => part.type === 'timeZoneName')?.value ?? 'UTC'
  )
    .replace('GMT', 'UTC')
    .replace('-', '−');

function minutesFromUtc(timeZone: string, moment: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] =
    /([+−-])(\d+)(?::(\d+))?/.exec(offsetText(timeZone, moment)) ?? [];
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}

/** «московское время, UTC+3», «местное время, МСК+2»; abroad the IANA name stands for the zone. */
export function zoneText(timeZone: string, moment: string): string {
  const offset = offsetText(timeZone, moment);
  if (!russian.has(timeZone)) return `часовой пояс ${timeZone}, ${offset}`;
  const fromMoscow = (minutesFromUtc(timeZone, moment) - minutesFromUtc('Europe/Moscow', moment)) / 60;
  return fromMoscow === 0
    ? `московское время, ${offset}`
    : `местное время, МСК${fromMoscow > 0 ? '+' : '−'}${Math.abs(fromMoscow)}`;
}

/** «Время московское (UTC+3).», «Время местное (МСК−1).»: what the times of a table are told by. */
export const clockNote = (timeZone: string, moment: string): string => {
  const [, name = 'местное', zone = ''] =
    /^(?:(московское|местное) время, )?(.*)$/.exec(zoneText(timeZone, moment)) ?? [];
  return `Время ${name} (${zone}).`;
};
