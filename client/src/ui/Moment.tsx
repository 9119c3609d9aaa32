import { useMoments, type MomentStyle } from '../text/moments.ts';

/** A UTC moment as people read it in the session's time zone. */
export function Moment({
  at,
  style = 'exact',
  timeZone,
}: {
  readonly at: string;
  readonly style?: MomentStyle;
  readonly timeZone?: string;
}) {
  const { moment } = useMoments(timeZone);
  return <time dateTime={at}>{moment(at, style)}</time>;
}
