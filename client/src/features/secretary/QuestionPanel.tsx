import { quorumOf } from '@open-ballot/shared/rules/counting/quorum';
import { awardsPlaces } from '@open-ballot/shared/rules/kinds/registry';
import { isWrittenProcedure, type Question, type Round } from '@open-ballot/shared/rules/session';
import { lastRoundOf, openRoundOf } from '../../live/question-state.ts';
import { tallyLines } from '../../live/tally-lines.ts';
import { useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { TallyBars } from '../../session-views/TallyBars.tsx';
import type { OpenDialog } from './console-dialog.ts';
import { MainActRow } from './MainActRow.tsx';
import { Minutes } from './Minutes.tsx';
import { RoundsHistory } from './RoundsHistory.tsx';
import styles from './Secretary.module.css';
import { TieNotice } from './TieNotice.tsx';
import type { MainActControl } from './use-main-act.ts';

interface QuestionPanelProps {
  readonly question: Question;
  readonly main: MainActControl;
  readonly onDialog: OpenDialog;
  readonly onQuestion: (questionId: string) => void;
}

/** The question at hand: where it stands, what can be done, its minutes. */
export function QuestionPanel({ question, main, onDialog, onQuestion }: QuestionPanelProps) {
  const { secretary } = useYou();
  const { status } = useSession();
  const round = lastRoundOf(question);
  return (
    <>
      <QuestionHead question={question} />
      {status !== 'cancelled' && <Figures question={question} round={openRoundOf(question)} />}
      {round && round.status !== 'annulled' ? (
        <Count question={question} round={round} />
      ) : (
        <Nominees question={question} />
      )}
      <TieNotice question={question} onDialog={onDialog} />
      <MainActRow question={question} main={main} onDialog={onDialog} onQuestion={onQuestion} />
      <RoundsHistory question={question} onDialog={onDialog} />
      {secretary && status !== 'cancelled' && <Minutes key={question.questionId} question={question} />}
    </>
  );
}

function QuestionHead({ question }: { readonly question: Question }) {
  const session = useSession();
  const now = useServerNow();
  const t = useSecretaryText();
  const domain = useDomainText();
  const { moment } = useMoments(session.timeZone);
  const round = lastRoundOf(question);
  const { closesAt } = openRoundOf(question) ?? {};
  return (
    <header>
      <div className={styles['eyebrow']}>
        {t('question-number', { number: session.questions.indexOf(question) + 1 })}
        {' · '}
        {round
          ? `${domain(`round-${round.kind}`, { number: round.number })} · ${t('opened-at', { time: moment(round.openedAt, 'exact') })}`
          : t('not-opened')}
        {closesAt && (
          <>
            {` · ${t('closes-in')} `}
            <Countdown until={closesAt} now={now} />
          </>
        )}
      </div>
      <h1>{question.title}</h1>
      {question.wording !== question.title && <p className={styles['wording']}>{question.wording}</p>}
    </header>
  );
}

function Figures({ question, round }: { readonly question: Question; readonly round: Round | undefined }) {
  const session = useSession();
  const t = useSecretaryText();
  const { present, base } = quorumOf(session, question);
  return (
    <dl className={styles['figures']}>
      {round && (
        <div>
          <dt>{t('voted')}</dt>
          <dd>{`${round.tally.ballots} / ${round.entitled.length}`}</dd>
        </div>
      )}
      {!isWrittenProcedure(session) && (
        <div>
          <dt>{t('present')}</dt>
          <dd>{`${present} / ${base}`}</dd>
        </div>
      )}
      {question.recused.length > 0 && (
        <div>
          <dt>{t('recused')}</dt>
          <dd>{question.recused.length}</dd>
        </div>
      )}
    </dl>
  );
}

function Count({ question, round }: { readonly question: Question; readonly round: Round }) {
  const { ruleSet } = useSession();
  const t = useSecretaryText();
  const lines = tallyLines(question, round);
  const isOpen = round.status === 'open';
  return (
    <>
      {lines && <TallyBars {...lines} />}
      {isOpen && ruleSet.visibility === 'turnout' && <p className={styles['soft']}>{t('counts-hidden')}</p>}
      {isOpen && ruleSet.visibility === 'totals' && <p className={styles['soft']}>{t('names-hidden')}</p>}
    </>
  );
}

function Nominees({ question }: { readonly question: Question }) {
  const t = useSecretaryText();
  if (!awardsPlaces(question.kind)) return null;
  if (question.nominees.length === 0) return <p className={styles['soft']}>{t('no-nominees')}</p>;
  return (
    <section aria-labelledby="nominees-title">
      <h2 id="nominees-title" className={styles['panelTitle']}>
        {t('nominees')}
      </h2>
      <ol className={styles['nominees']}>
        {question.nominees.map((nominee) => (
          <li key={nominee.nomineeId} data-withdrawn={nominee.withdrawn || undefined}>
            <span>{nominee.name}</span>
            <small>
              {[nominee.region, nominee.organisation, nominee.withdrawn && t('withdrawn')]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
