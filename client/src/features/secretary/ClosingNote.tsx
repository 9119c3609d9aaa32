import type { Question, Round, Seat } from '@open-ballot/shared/rules/session';
import { useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { useResultText } from '../../text/outcome-text.ts';
import { useSecretaryText } from '../../text/secretary-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { closingPreview } from './closing-preview.ts';

const namedAtMost = 8;

/** What pressing «close» will mean, told before it is pressed. */
export function ClosingNote({ question, round }: { readonly question: Question; readonly round: Round }) {
  const session = useSession();
  const you = useYou();
  const now = useServerNow(5_000);
  const t = useSecretaryText();
  const resultText = useResultText();
  const preview = closingPreview(session, question, round, you, now);
  return (
    <Notice tone={preview.quorumStands ? 'neutral' : 'warn'}>
      <p>
        {preview.quorumStands ? outcomeNow() : t('quorum-lost')} {silentNow()}
      </p>
    </Notice>
  );

  function outcomeNow(): string {
    if (!preview.closed) return t('if-closed-now-hidden');
    if (preview.lot) return t('if-closed-now', { outcome: t('if-closed-lot') });
    const result = resultText(session, preview.closed.question);
    if (!result) return '';
    const { headline, details } = result;
    return t('if-closed-now', { outcome: [lowerFirst(headline), ...details.map(lowerFirst)].join('; ') });
  }

  function silentNow(): string {
    if (preview.notVoted === 0) return t('all-voted');
    return preview.silent
      ? t('not-voted-yet', { count: preview.silent.length, names: namesOf(preview.silent) })
      : t('not-voted-count', { count: preview.notVoted });
  }

  function namesOf(seats: readonly Seat[]): string {
    const names = seats
      .slice(0, namedAtMost)
      .map((seat) => seat.name)
      .join(', ');
    return seats.length > namedAtMost ? t('and-more', { names, count: seats.length - namedAtMost }) : names;
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);
