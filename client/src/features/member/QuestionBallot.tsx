import type { BallotKindName, Question, Round, Seat } from '@open-ballot/shared/rules/session';
import { headingOf } from '../../live/question-state.ts';
import { useServerNow, useSession } from '../../live/use-session.ts';
import { useBallotSentence } from '../../text/ballot-sentence.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { useBallotProblemText } from '../../ballot-forms/ballot-problem.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ballotForms } from '../../ballot-forms/registry.ts';
import styles from './Member.module.css';
import { useMemberText } from './member-text.ts';
import { OwnBallots } from './OwnBallots.tsx';
import { Recuse } from './Recuse.tsx';
import { useBallot, type BallotControl } from './use-ballot.ts';

/** The open question: what it is, the form, the sentence that will be recorded, the receipt. */
export function QuestionBallot({
  question,
  round,
  seat,
}: {
  readonly question: Question;
  readonly round: Round;
  readonly seat: Seat;
}) {
  const session = useSession();
  const control = useBallot(question, round, seat.memberId);
  const problemText = useProblemText();
  const Form = ballotForms[round.ballotKind];
  const saidByReceipt = control.own !== undefined && control.barred?.code === 'already-voted';
  const showsForm = control.filling && !control.barred;
  return (
    <article
      className={styles['ballot']}
      data-news={round.roundId}
      aria-labelledby={`title-${round.roundId}`}
    >
      <QuestionHead question={question} round={round} />
      {control.barred && !saidByReceipt && <Notice tone="warn">{problemText(control.barred)}</Notice>}
      {control.own && !control.filling && <Recorded question={question} control={control} />}
      {showsForm && (
        <Form
          question={question}
          round={round}
          draft={control.draft}
          onDraft={control.setDraft}
          abstain={session.ruleSet.abstain}
          disabled={control.sending}
        />
      )}
      <footer className={styles['cast']}>
        <NotRecorded question={question} round={round} control={control} />
        {showsForm && <Cast question={question} round={round} control={control} />}
        <div className={styles['minor']}>
          <Recuse question={question} hasBallot={control.own !== undefined} />
          <OwnBallots />
        </div>
      </footer>
    </article>
  );
}

/** What is asked of the member; `max` is how many may be chosen. */
const leads: Readonly<
  Record<BallotKindName, (max: number) => Parameters<ReturnType<typeof useMemberText>>[0]>
> = {
  motion: () => 'lead-motion',
  approval: () => 'lead-approval',
  choose: (max) => (max === 1 ? 'lead-choose-one' : 'lead-choose-several'),
  rank: () => 'lead-rank',
  score: () => 'lead-score',
};

function QuestionHead({ question, round }: { readonly question: Question; readonly round: Round }) {
  const session = useSession();
  const now = useServerNow();
  const t = useMemberText();
  const domain = useDomainText();
  const { moment } = useMoments(session.timeZone);
  const { visibility, changeUntilClose } = session.ruleSet;
  const { min = 1, max = 1 } = round.parameters;
  return (
    <header>
      <div className={styles['eyebrow']}>
        {domain('question-of', {
          number: session.questions.indexOf(question) + 1,
          count: session.questions.length,
        })}
        {' · '}
        {domain(`round-${round.kind}`, { number: round.number })} ·{' '}
        {t('opened-at', { time: moment(round.openedAt, 'time') })}
        {round.closesAt && (
          <b className={styles['timer']}>
            {' · '}
            {t('time-left')} <Countdown until={round.closesAt} now={now} />
          </b>
        )}
      </div>
      <h1 id={`title-${round.roundId}`}>{headingOf(question)}</h1>
      {question.wording && question.wording !== question.title && (
        <p className={styles['wording']}>{question.wording}</p>
      )}
      <p className={styles['lead']}>
        {t(leads[round.ballotKind](max), { min, max })} {visibility !== 'names' && t('names-later')}{' '}
        {t(changeUntilClose ? 'can-change' : 'cannot-change')}
      </p>
    </header>
  );
}

/** Claims no more than the receipt or the journal did. */
function Recorded({ question, control }: { readonly question: Question; readonly control: BallotControl }) {
  const { timeZone } = useSession();
  const t = useMemberText();
  const sentence = useBallotSentence();
  const { moment } = useMoments(timeZone);
  const { own, recordedAt, barred } = control;
  if (!own) return null;
  const byOthers = own.basis === 'by-hand' || own.basis === 'written';
  const title = byOthers
    ? t(`recorded-${own.basis}`, { position: own.position })
    : recordedAt
      ? t('recorded', { position: own.position, time: moment(recordedAt, 'exact') })
      : t('recorded-untimed', { position: own.position });
  return (
    <Notice
      tone="for"
      announce="status"
      title={title}
      actions={
        !barred && <Button onClick={control.startChange}>{t(byOthers ? 'vote-yourself' : 'change')}</Button>
      }
    >
      {sentence(own.ballot, question)}
    </Notice>
  );
}

interface OfBallot {
  readonly question: Question;
  readonly round: Round;
  readonly control: BallotControl;
}

/** Stands also where the form went away meanwhile, since a ballot from elsewhere came first. */
function NotRecorded({ question, round, control: { problem, draft } }: OfBallot) {
  const t = useMemberText();
  const problemText = useBallotProblemText();
  if (!problem) return null;
  return (
    <Notice tone="against" title={t('not-recorded')} announce="alert">
      {problemText(problem, draft, question, round)}
    </Notice>
  );
}

function Cast({ question, round, control }: OfBallot) {
  const t = useMemberText();
  const problemText = useBallotProblemText();
  const { draft, sentence, unready, sending, own } = control;
  return (
    <>
      <p className={styles['sentence']}>
        {draft && !unready ? (
          <>
            {t('will-record')} <b>{sentence}</b>
          </>
        ) : unready && unready.code !== 'incomplete-ballot' ? (
          problemText(unready, draft, question, round)
        ) : (
          t(draft ? 'not-complete' : 'choose-first')
        )}
      </p>
      <Button
        look="primary"
        size="large"
        wide
        busy={sending}
        disabled={!draft || unready !== undefined}
        onClick={control.cast}
      >
        {t(own ? 'change' : 'vote')}
      </Button>
      {own && (
        <Button look="quiet" wide disabled={sending} onClick={control.stopChange}>
          {t('keep-vote')}
        </Button>
      )}
    </>
  );
}
