import { isWrittenProcedure, questionOf } from '@open-ballot/shared/rules/session';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { currentQuestion } from '../../live/question-state.ts';
import { useLive, useLiveSession, useSession, useYou } from '../../live/use-session.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { AgendaPanel } from './AgendaPanel.tsx';
import { AttendancePanel } from './AttendancePanel.tsx';
import type { ConsoleDialog } from './console-dialog.ts';
import { ConsoleBar } from './ConsoleBar.tsx';
import { ConsoleDialogs } from './ConsoleDialogs.tsx';
import { mayEnterBallot } from './EnterBallotDialog.tsx';
import { Feed } from './Feed.tsx';
import { MainActRow } from './MainActRow.tsx';
import { QuestionPanel } from './QuestionPanel.tsx';
import { SeatsWithoutSignIn } from './SeatsWithoutSignIn.tsx';
import styles from './Secretary.module.css';
import { useConsoleKeys } from './use-console-keys.ts';
import { useMainAct } from './use-main-act.ts';

/** The console of the secretary, and of the presiding member as far as rule 13 lets them. */
export default function SecretaryScreen() {
  const { officer } = useYou();
  const { number } = useSession();
  const t = useSecretaryText();
  const { sessionId } = useLiveSession();
  return (
    <Page title={t('title', { number })} bar={<ConsoleBar />} width="full">
      {officer ? (
        <Console />
      ) : (
        <EmptyState
          title={t('not-officer')}
          actions={
            <ButtonLink look="primary" to={`/session/${sessionId}`}>
              {t('to-member-screen')}
            </ButtonLink>
          }
        >
          {t('not-officer-text')}
        </EmptyState>
      )}
    </Page>
  );
}

function Console() {
  const live = useLiveSession();
  const session = useSession();
  const { connection, waiting } = useLive();
  const t = useSecretaryText();
  const [dialog, setDialog] = useState<ConsoleDialog>();
  const [params, setParams] = useSearchParams();
  const chosen = questionOf(session, params.get('question') ?? '');
  const question = chosen ?? currentQuestion(session);
  const chooseQuestion = (questionId: string) => setParams({ question: questionId }, { replace: true });
  const main = useMainAct(question, chosen?.questionId, chooseQuestion, setDialog);
  useConsoleKeys({ question, main, onDialog: setDialog, onQuestion: chooseQuestion });
  // The feed and the chain reach back to the first entry, not only to when this page was opened.
  useEffect(() => void live.checkWholeChain(), [live]);
  const shown = question?.questionId;
  // Another question begins at its title, however far down the minutes of the last one were.
  useEffect(() => void (document.documentElement.scrollTop = 0), [shown]);
  useMinutesField(params.get('field'));
  return (
    <>
      <div className={styles['console']}>
        <AgendaPanel current={question} onQuestion={chooseQuestion} onDialog={setDialog} />
        <div className={styles['middle']}>
          {connection === 'offline' && (
            <Notice tone="warn" announce="alert">
              {waiting > 0 ? t('offline-waiting', { count: waiting }) : t('offline')}
            </Notice>
          )}
          {session.status === 'cancelled' && (
            <Notice tone="warn" title={t('session-cancelled')}>
              {session.openings.at(-1)?.reason}
            </Notice>
          )}
          {session.status === 'convened' && <SeatsWithoutSignIn />}
          {session.status === 'closed' && <Notice tone="for">{t('session-closed')}</Notice>}
          {question ? (
            <QuestionPanel question={question} main={main} onDialog={setDialog} onQuestion={chooseQuestion} />
          ) : (
            <>
              <EmptyState
                title={t('agenda-empty')}
                actions={<Button onClick={() => setDialog({ name: 'add-motion' })}>{t('add-motion')}</Button>}
              >
                {t('agenda-empty-text')}
              </EmptyState>
              <MainActRow question={undefined} main={main} onDialog={setDialog} onQuestion={chooseQuestion} />
            </>
          )}
          {session.status !== 'cancelled' && <Keys />}
        </div>
        <div className={styles['side']}>
          {/* Scrolls by itself, so the keyboard must reach it even when nothing in it can be pressed. */}
          <div className={styles['inSight']} tabIndex={0} role="group" aria-label={t('attendance')}>
            <AttendancePanel question={question} onDialog={setDialog} />
            <Feed />
          </div>
        </div>
      </div>
      <ConsoleDialogs dialog={dialog} onClose={() => setDialog(undefined)} onQuestion={chooseQuestion} />
    </>
  );
}

/** A gap of the protocol leads here: to the field where its text is written. */
function useMinutesField(field: string | null): void {
  useEffect(() => {
    if (field) document.querySelector<HTMLElement>(`[data-minutes="${CSS.escape(field)}"]`)?.focus();
  }, [field]);
}

function Keys() {
  const session = useSession();
  const t = useSecretaryText();
  const keys = [
    ['Ctrl ↵', t('shortcut-main')],
    ['Alt ↑ ↓', t('shortcut-agenda')],
    ...(mayEnterBallot(session) ? [['F2', t('shortcut-ballot')]] : []),
    ['F4', t('shortcut-recusal')],
    ['F8', t(isWrittenProcedure(session) ? 'shortcut-votes' : 'shortcut-attendance')],
    ['F9', t('shortcut-minutes')],
  ];
  return (
    <p className={styles['keys']} aria-label={t('shortcuts')}>
      {keys.map(([key, does]) => (
        <span key={key}>
          <kbd>{key}</kbd> {does}
        </span>
      ))}
    </p>
  );
}
