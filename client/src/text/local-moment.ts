const minuteMs = 60_000;

/** Minutes that a time zone is ahead of UTC at this moment. */
function offsetMinutes(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return (local - Math.floor(at / minuteMs) * minuteMs) / minuteMs;
}

/**
 * The UTC moment of a wall clock in a time zone, as a field of type `datetime-local` gives it («2021-07-01T00:00»).
 * Undefined for what is no moment. A clock time that a change of offset skips or repeats takes the earlier offset.
 */
export function momentOfLocal(local: string, timeZone: string): string | undefined {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const guess = asUtc - offsetMinutes(asUtc, timeZone) * minuteMs;
  return new Date(asUtc - offsetMinutes(guess, timeZone) * minuteMs).toISOString();
}

/** The wall clock of a moment in a time zone, for a field of type `datetime-local`. */
export function localOfMoment(moment: string, timeZone: string): string {
  const at = Date.parse(moment);
  return new Date(at + offsetMinutes(at, timeZone) * minuteMs).toISOString().slice(0, 16);
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

const russianZones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
];

interface TimeZoneOption {
  readonly value: string;
  readonly text: string;
}

let known: readonly TimeZoneOption[] | undefined;

/** The time zones of Russia from west to east, then every other the browser knows; and `chosen`, whatever it is. */
export function timeZones(chosen: string): readonly TimeZoneOption[] {
  known ??= [...new Set([...russianZones, ...Intl.supportedValuesOf('timeZone')])].map(optionOf);
  const isListed = chosen === '' || known.some(({ value }) => value === chosen);
  return isListed ? known : [optionOf(chosen), ...known];
}

function optionOf(value: string): TimeZoneOption {
  if (!isTimeZone(value)) return { value, text: value };
  const minutes = offsetMinutes(Date.now(), value);
  const sign = minutes < 0 ? '−' : '+';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return { value, text: `${value} (UTC${sign}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''})` };
}
