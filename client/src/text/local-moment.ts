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

let others: readonly TimeZoneOption[] | undefined;

/**
 * The time zones of Russia from west to east with how far they are ahead of UTC, then every other the browser knows
 * by its name alone: asking for four hundred offsets would hold up a phone. `chosen` is offered whatever it is.
 */
export function timeZones(chosen: string): readonly TimeZoneOption[] {
  others ??= Intl.supportedValuesOf('timeZone')
    .filter((each) => !russianZones.includes(each))
    .map((value) => ({ value, text: value }));
  const all = [...russianZones.map(optionOf), ...others];
  const isListed = chosen === '' || all.some(({ value }) => value === chosen);
  return isListed ? all : [{ value: chosen, text: chosen }, ...all];
}

function optionOf(value: string): TimeZoneOption {
  const hours = offsetMinutes(Date.now(), value) / 60;
  return { value, text: `${value} (UTC+${hours})` };
}
