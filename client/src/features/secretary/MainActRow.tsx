import { quorumOf } from '@open-ballot/shared/rules/counting/quorum';
import { needsPresiding } from '@open-ballot/shared/rules/decide/handler';
import { awardsPlaces } from '@open-ballot/shared/rules/kinds/registry';
import { isOver, isWrittenProcedure, openRounds, type Question } from '@open-ballot/shared/rules/session';
import { openRoundOf } from '../../live/question-state.ts';
import { useSession, useYou } from '../../live/use-session.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ClosingNote } from './ClosingNote.tsx';
import type { OpenDialog } from './console-dialog.ts';
import { mayEnterBallot } from './EnterBallotDialog.tsx';
import styles from './Secretary.module.css';
import type { MainActControl } from './use-main-act.ts';

const limits = [0, 1, 2, 3, 5, 10, 15, 30] as const;

interface MainActRowProps {
  readonly question: Question | undefined;
  readonly main: MainActControl;
  readonly onDialog: OpenDialog;
  readonly onQuestion: (questionId: string) => void;
}

/** The main act, what stands beside it, and what it will do or why it cannot. */
export function MainActRow({ question, main, onDialog, onQuestion }: MainActRowProps) {
  const session = useSession();
  const { secretary } = useYou();
  const t = useSecretaryText();
  const round = question && openRoundOf(question);
  const elsewhere = openRounds(session).find((each) => each.question !== question);
  return (
    <>
      <div className={styles['acts']}>
        {main.act?.kind === 'open-round' && isWrittenProcedure(session) && (
          <TextField
            label={t('until', { zone: session.timeZone })}
            hint={t('until-hint')}
            type="datetime-local"
            value={main.until}
            onText={main.setUntil}
          />
        )}
        {main.act?.kind === 'open-round' && !isWrittenProcedure(session) && (
          <div className={styles['limit']}>
            <Select
              label={t('time-limit')}
              value={String(main.minutes)}
              options={limits.map((count) => ({
                value: String(count),
                text: count === 0 ? t('no-limit') : t('minutes', { count }),
              }))}
              onValue={(value) => main.setMinutes(Number(value))}
            />
          </div>
        )}
        {main.label && (
          <Button
            look="primary"
            busy={main.busy}
            disabled={main.foreseen !== undefined}
            shortcut="Ctrl ↵"
            onClick={main.press}
          >
            {main.label}
          </Button>
        )}
        {secretary && round && mayEnterBallot(session) && (
          <Button shortcut="F2" onClick={() => onDialog({ name: 'enter-ballot', roundId: round.roundId })}>
            {t(isWrittenProcedure(session) ? 'enter-written' : 'enter-ballot')}
          </Button>
        )}
        {secretary && question && !round && isUndecided(question) && !isOver(session) && (
          <Button
            shortcut="F4"
            onClick={() => onDialog({ name: 'recusal', questionId: question.questionId })}
          >
            {t('record-recusal')}
          </Button>
        )}
        <MoreActs question={question} onDialog={onDialog} />
      </div>
      {main.foreseen && (
        <Notice
          tone="warn"
          actions={
            elsewhere ? (
              <Button size="small" onClick={() => onQuestion(elsewhere.question.questionId)}>
                {t('go-there')}
              </Button>
            ) : (
              // Before anybody is marked present it is arrivals that are missing, not a chair.
              needsPresiding(session) &&
              quorumOf(session).stands && (
                <Button size="small" onClick={() => onDialog({ name: 'pass-chair' })}>
                  {t('pass-chair')}
                </Button>
              )
            )
          }
        >
          {elsewhere ? t('another-open', { title: elsewhere.question.title }) : main.foreseen}
        </Notice>
      )}
      {main.problem && (
        <Notice tone="against" announce="alert">
          {main.problem}
        </Notice>
      )}
      {question && round && <ClosingNote question={question} round={round} />}
    </>
  );
}

const isUndecided = ({ result }: Question): boolean => result.status === 'undecided';

function MoreActs({
  question,
  onDialog,
}: {
  readonly question: Question | undefined;
  readonly onDialog: OpenDialog;
}) {
  const session = useSession();
  const { status } = session;
  const { secretary } = useYou();
  const t = useSecretaryText();
  const isQuiet = question !== undefined && openRoundOf(question) === undefined;
  const items: readonly MenuItem[] = [
    ...(secretary && isQuiet && awardsPlaces(question.kind) && !isOver(session)
      ? [
          {
            text: t('withdraw-nominee'),
            onSelect: () => onDialog({ name: 'withdraw', questionId: question.questionId }),
          },
        ]
      : []),
    ...(secretary && isQuiet && awardsPlaces(question.kind) && isUndecided(question) && status === 'open'
      ? [
          {
            text: t('declare-void'),
            danger: true,
            onSelect: () => onDialog({ name: 'void', questionId: question.questionId }),
          },
        ]
      : []),
    ...(secretary && question?.rounds.length === 0 && isUndecided(question) && !isOver(session)
      ? [
          {
            text: t('drop-question'),
            danger: true,
            onSelect: () => onDialog({ name: 'drop', questionId: question.questionId }),
          },
        ]
      : []),
    ...(isOver(session) ? [] : [{ text: t('pass-chair'), onSelect: () => onDialog({ name: 'pass-chair' }) }]),
    ...(secretary && !isOver(session)
      ? [{ text: t('extend-deadline'), onSelect: () => onDialog({ name: 'extend-deadline' }) }]
      : []),
    ...(secretary && status === 'convened'
      ? [{ text: t('cancel-session'), danger: true, onSelect: () => onDialog({ name: 'cancel' }) }]
      : []),
    ...(status === 'open'
      ? [
          { text: t('adjourn-session'), onSelect: () => onDialog({ name: 'adjourn' }) },
          {
            text: t('close-session-menu'),
            danger: true,
            onSelect: () => onDialog({ name: 'close-session' }),
          },
        ]
      : []),
  ];
  return items.length === 0 ? null : <Menu label={t('more')} items={items} />;
}
