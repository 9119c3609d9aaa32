import type { Round } from '../../rules/session.ts';
import { clockToTheSecond, dayOf, dayText } from '../language/moments.ts';
import type { SessionRecord } from '../session-record.ts';
import { nbsp } from '../language/typography.ts';

/** When a vote opened and closed and what closed it, who could vote and how many ballots were counted. */
export const closingNote = (record: SessionRecord, round: Round): string =>
  `Голосование ${period(record, round)} ${closedHow(record, round)}; ` +
  `имели право голосовать${nbsp}– ${round.entitled.length}, учтено бюллетеней${nbsp}– ${ballotsText(round)}.`;

function ballotsText({ ballots, tieBreaking }: Round): string {
  return `${ballots.length}${tieBreaking.castingVotes.length > 0 ? ' и решающий голос' : ''}`;
}

/** The day is told wherever the date of the session does not tell it. */
function period({ session, sittings }: SessionRecord, round: Round): string {
  const { timeZone, date } = session;
  const opened = round.openedAt;
  const closed = round.effectiveAt ?? round.closedAt ?? round.openedAt;
  const days = [opened, closed].map((at) => dayOf(at, timeZone));
  const sat = sittings.flatMap(({ openedAt, endedAt }) => [openedAt, endedAt ?? openedAt]);
  const dated = [...sat.map((at) => dayOf(at, timeZone)), ...days].some((day) => day !== date);
  const at = (moment: string, day: string | undefined): string =>
    `${dated && day !== undefined ? `${dayText(day)} ` : ''}в ${clockToTheSecond(moment, timeZone)}`;
  return `открыто ${at(opened, days[0])}, закрыто ${at(closed, days[0] === days[1] ? undefined : days[1])}`;
}

function closedHow({ closings }: SessionRecord, { roundId, closedBy }: Round): string {
  const bySecretary = closings.get(roundId)?.actor?.startsWith('secretary:') ?? false;
  return {
    hand: bySecretary ? 'секретарём' : 'председательствующим',
    duration: 'по истечении отведённого времени',
    'all-voted': 'после подачи голосов всеми имевшими право голосовать',
    deadline: 'по наступлении срока подведения итогов',
  }[closedBy ?? 'hand'];
}
