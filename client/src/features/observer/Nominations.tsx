import { cameTo } from '@open-ballot/shared/rules/showing/came-to';
import type { Question } from '@open-ballot/shared/rules/session';
import { headingOf, openRoundOf } from '../../live/question-state.ts';
import { useSession } from '../../live/use-session.ts';
import { useResultText } from '../../text/outcome-text.ts';
import { Button } from '../../ui/Button.tsx';
import { StateBadge } from '../../session-views/StateBadge.tsx';
import styles from './Observer.module.css';
import { useObserverText } from './observer-text.ts';

export interface NominationsProps {
  readonly current: Question;
  /** Whether the question shown is simply the current one. */
  readonly follows: boolean;
  readonly onChoose: (questionId: string | undefined) => void;
}

/** All nominations at a glance, with state and result; pressing one shows it in depth. */
export function Nominations({ current, follows, onChoose }: NominationsProps) {
  const session = useSession();
  const t = useObserverText();
  const resultText = useResultText();
  return (
    <nav className={styles['nominations']} aria-label={t('nominations')}>
      <h2>{t('nominations')}</h2>
      <ol>
        {session.questions.map((question, index) => {
          const result = resultText(session, question);
          const open = openRoundOf(question);
          return (
            <li key={question.questionId}>
              <button
                type="button"
                className={styles['nomination']}
                aria-current={question.questionId === current.questionId || undefined}
                onClick={() => onChoose(question.questionId)}
              >
                <b>
                  {index + 1}. {headingOf(question)}
                </b>
                <StateBadge came={cameTo(session, question)} />
                {open && (
                  <span>{t('voted-of', { voted: open.tally.ballots, entitled: open.entitled.length })}</span>
                )}
                {result && <span>{result.headline}</span>}
              </button>
            </li>
          );
        })}
      </ol>
      {follows ? (
        <p className={styles['hint']}>{t('following')}</p>
      ) : (
        <Button size="small" onClick={() => onChoose(undefined)}>
          {t('follow')}
        </Button>
      )}
    </nav>
  );
}
