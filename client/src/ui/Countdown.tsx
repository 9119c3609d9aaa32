import type { Translate } from '../text/texts.ts';
import { useUiText } from './ui-text.ts';

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;
const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** «5 дней 08:41», «3:08:41», «08:41»: seconds only where they matter. Rounded up, so that 00:00 means over. */
export function timeLeftText(leftMs: number, t: Translate<'days' | 'time-is-up'>): string {
  const left = Math.ceil(leftMs / second) * second;
  if (left <= 0) return t('time-is-up');
  const minutes = (left % hour) / (60 * second);
  if (left >= day)
    return `${t('days', { count: Math.floor(left / day) })} ${two((left % day) / hour)}:${two(minutes)}`;
  const seconds = two((left % (60 * second)) / second);
  return left >= hour
    ? `${Math.floor(left / hour)}:${two(minutes)}:${seconds}`
    : `${two(minutes)}:${seconds}`;
}

/** The time left until a UTC moment. `now` is the server's clock in milliseconds, never the device's (rule 11.3). */
export function Countdown({ until, now }: { readonly until: string; readonly now: number }) {
  const t = useUiText();
  return (
    <time role="timer" dateTime={until}>
      {timeLeftText(Date.parse(until) - now, t)}
    </time>
  );
}
