import { isWrittenProcedure, type Question, type Round, type Seat } from '@open-ballot/shared/rules/session';
import { closingPreview } from '../live/closing-preview.ts';
import { useServerNow, useSession, useYou } from '../live/use-session.ts';
import { uncapital } from '@open-ballot/shared/words/letters';
import { useMoments } from '../text/moments.ts';
import { useResultText } from '../text/outcome-text.ts';
import { defineTexts } from '../text/texts.ts';

export const useClosingText = defineTexts('closing', {
  ru: {
    'close-title': 'Проголосовали не все',
    'close-anyway': 'Закрыть без них',
    'close-title-all': 'Закрыть голосование?',
    'close-round': 'Закрыть голосование',
    'close-final': 'После закрытия голоса изменить нельзя.',
    'if-closed-now': 'Если закрыть сейчас – {{outcome}}.',
    'if-closed-now-hidden': 'Что выйдет, станет видно после закрытия.',
    'if-closed-lot': 'равенство разрешит жребий по журналу, он зависит от записи о закрытии',
    'not-voted-yet_one': 'Не голосовал один из присутствующих: {{names}}.',
    'not-voted-yet_few': 'Не голосовали {{count}} из присутствующих: {{names}}.',
    'not-voted-yet_many': 'Не голосовали {{count}} из присутствующих: {{names}}.',
    'not-voted-yet_other': 'Не голосовали {{count}} из присутствующих: {{names}}.',
    'not-voted-count_one': 'Не голосовал {{count}} из присутствующих.',
    'not-voted-count_few': 'Не голосовали {{count}} из присутствующих.',
    'not-voted-count_many': 'Не голосовали {{count}} из присутствующих.',
    'not-voted-count_other': 'Не голосовали {{count}} из присутствующих.',
    'all-voted': 'Проголосовали все присутствующие.',
    'ends-in-time': 'Голосование закончится само {{moment}}.',
    'ends-in-time-or-all': 'Голосование закончится само: когда проголосуют все или {{moment}}.',
    'not-voted-in-writing': 'Ещё не голосовали ({{count}}): {{names}}.',
    'not-voted-in-writing-count': 'Ещё не голосовали: {{count}}.',
    'all-voted-in-writing': 'Проголосовали все.',
    'quorum-awaited': 'Бюллетеней для кворума пока не хватает. Если так и останется, решения не будет.',
    'and-more': '{{names}} и ещё {{count}}',
    'quorum-lost': 'Кворума сейчас нет. Если закрыть, решения не будет.',
  },
  en: {
    'close-title': 'Not everybody has voted',
    'close-anyway': 'Close without them',
    'close-title-all': 'Close the voting?',
    'close-round': 'Close the voting',
    'close-final': 'After closing no ballot can be changed.',
    'if-closed-now': 'If closed now – {{outcome}}.',
    'if-closed-now-hidden': 'The result is shown after closing.',
    'if-closed-lot': 'a lot from the journal decides the tie, and it depends on the closing entry',
    'not-voted-yet_one': 'One of those present has not voted: {{names}}.',
    'not-voted-yet_other': '{{count}} of those present have not voted: {{names}}.',
    'not-voted-count_one': '{{count}} of those present has not voted.',
    'not-voted-count_other': '{{count}} of those present have not voted.',
    'all-voted': 'Everybody present has voted.',
    'ends-in-time': 'The vote ends by itself on {{moment}}.',
    'ends-in-time-or-all': 'The vote ends by itself: once everybody has voted, or on {{moment}}.',
    'not-voted-in-writing': 'Not voted yet ({{count}}): {{names}}.',
    'not-voted-in-writing-count': 'Not voted yet: {{count}}.',
    'all-voted-in-writing': 'Everybody has voted.',
    'quorum-awaited': 'Too few ballots for a quorum so far. If it stays so, there will be no decision.',
    'and-more': '{{names}} and {{count}} more',
    'quorum-lost': 'There is no quorum now. Closing would bring no decision.',
  },
});

const namedAtMost = 8;

export interface ClosingWords {
  /** The outcome if closed now, where the rules let anyone see (rule 10.1); or that no quorum stands; or when it ends. */
  readonly outcome: string;
  /** Who is present and entitled and has not voted, by name where the names are not hidden. */
  readonly silent: string;
  readonly notVoted: number;
  readonly quorumStands: boolean;
}

/** What closing the round would mean now, told before it is pressed; of a written procedure, which nobody closes, when it ends. */
export function useClosingWords(question: Question, round: Round): ClosingWords {
  const session = useSession();
  const you = useYou();
  const now = useServerNow(5_000);
  const t = useClosingText();
  const { moment } = useMoments(session.timeZone);
  const resultText = useResultText();
  const { closed, lot, silent, notVoted, quorumStands } = closingPreview(session, question, round, you, now);
  const result = closed && resultText(session, closed.question);
  const isWritten = isWrittenProcedure(session);

  const outcomeNow = (): string => {
    if (isWritten) {
      const ends = session.ruleSet.closeWhenAllVoted ? 'ends-in-time-or-all' : 'ends-in-time';
      const end = t(ends, { moment: moment(round.closesAt ?? session.deadline, 'dateTime') });
      return quorumStands ? end : `${end} ${t('quorum-awaited')}`;
    }
    if (!quorumStands) return t('quorum-lost');
    if (!result) return t('if-closed-now-hidden');
    const told = lot ? [t('if-closed-lot')] : [result.headline, ...result.details].map(uncapital);
    return t('if-closed-now', { outcome: told.join('; ') });
  };
  const namesOf = (seats: readonly Seat[]): string => {
    // «и ещё 1» would take the place of the name.
    const most = seats.length === namedAtMost + 1 ? seats.length : namedAtMost;
    const named = seats.slice(0, most).map((seat) => seat.substitute?.name ?? seat.name);
    const names = named.join(', ');
    const more = seats.length - named.length;
    return more > 0 ? t('and-more', { names, count: more }) : names;
  };
  const silentNow = (): string => {
    if (notVoted === 0) return t(isWritten ? 'all-voted-in-writing' : 'all-voted');
    if (isWritten)
      return silent
        ? t('not-voted-in-writing', { count: silent.length, names: namesOf(silent) })
        : t('not-voted-in-writing-count', { count: notVoted });
    return silent
      ? t('not-voted-yet', { count: silent.length, names: namesOf(silent) })
      : t('not-voted-count', { count: notVoted });
  };
  return { outcome: outcomeNow(), silent: silentNow(), notVoted, quorumStands };
}
