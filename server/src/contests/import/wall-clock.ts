import { wallClock } from '@open-ballot/shared/protocol/language/moments';

/** Milliseconds that the clock of a time zone is ahead of UTC at a moment. */
const ahead = (at: number, timeZone: string): number =>
  Date.parse(`${wallClock(new Date(at).toISOString(), timeZone)}Z`) - at;

/**
 * The UTC moment at which the clock of a time zone shows this (`2021-07-01T00:00:00`). A time that a change of
 * offset skips or repeats takes the earlier offset, as in the forms.
 */
export function momentOnClock(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local}Z`);
  const guess = asUtc - ahead(asUtc, timeZone);
  return new Date(asUtc - ahead(guess, timeZone)).toISOString();
}
