import { isOver, type Question } from '@open-ballot/shared/rules/session';
import { cameTo, type QuestionState } from '@open-ballot/shared/rules/showing/came-to';
import { openRoundOf } from '../../live/question-state.ts';
import { useSession, useYou } from '../../live/use-session.ts';
import { useStateText } from '../../session-views/StateBadge.tsx';
import { useSecretaryText } from './secretary-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { OpenDialog } from './console-dialog.ts';
import styles from './Secretary.module.css';

interface AgendaPanelProps {
  readonly current: Question | undefined;
  readonly onQuestion: (questionId: string) => void;
  readonly onDialog: OpenDialog;
}

export function AgendaPanel({ current, onQuestion, onDialog }: AgendaPanelProps) {
  const session = useSession();
  const { questions } = session;
  const { secretary } = useYou();
  const t = useSecretaryText();
  return (
    <nav className={styles['agenda']} aria-labelledby="agenda-title">
      <div className={styles['inSight']}>
        <h2 id="agenda-title" className={styles['panelTitle']}>
          {t('agenda')}
        </h2>
        <ol>
          {questions.map((question, index) => (
            <li key={question.questionId}>
              <button
                type="button"
                aria-current={question === current ? 'true' : undefined}
                onClick={() => onQuestion(question.questionId)}
              >
                <b>{`${index + 1}. ${question.title}`}</b>
                <QuestionStateLine question={question} />
              </button>
            </li>
          ))}
        </ol>
        {secretary && !isOver(session) && (
          <Button look="quiet" size="small" onClick={() => onDialog({ name: 'add-motion' })}>
            + {t('add-motion')}
          </Button>
        )}
      </div>
    </nav>
  );
}

const tones: Readonly<Record<QuestionState, 'soft' | 'for' | 'warn' | 'accent'>> = {
  waiting: 'soft',
  open: 'accent',
  counting: 'soft',
  tied: 'warn',
  'no-quorum': 'warn',
  'next-round': 'warn',
  annulled: 'warn',
  adopted: 'for',
  awarded: 'for',
  rejected: 'soft',
  'no-winner': 'soft',
  void: 'soft',
  dropped: 'soft',
};

function QuestionStateLine({ question }: { readonly question: Question }) {
  const t = useSecretaryText();
  const stateText = useStateText();
  const came = cameTo(useSession(), question);
  const round = openRoundOf(question);
  const text = round
    ? t('voted-of', { voted: round.tally.ballots, entitled: round.entitled.length })
    : stateText(came);
  return <span data-tone={tones[came.state]}>{text}</span>;
}
