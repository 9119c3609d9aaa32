import type { Question, Round, Session } from '@open-ballot/shared/rules/session';
import { tallyLines } from '../../live/tally-lines.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useResultText, useRoundText } from '../../text/outcome-text.ts';
import { useVerifyText } from './verify-text.ts';
import { Explanation } from '../../session-views/Explanation.tsx';
import { TallyBars } from '../../session-views/TallyBars.tsx';
import styles from './Verify.module.css';

interface QuestionFindingProps {
  readonly session: Session;
  readonly question: Question;
  readonly number: number;
}

/** One question as recounted: each round's count, what it came to, and why, step by step. */
export function QuestionFinding({ session, question, number }: QuestionFindingProps) {
  const t = useVerifyText();
  const domain = useDomainText();
  const result = useResultText()(session, question);
  return (
    <article className={styles['question']}>
      <h5>
        {number}. {question.title}
      </h5>
      <p>
        <b>
          {result
            ? [result.headline, ...result.details].join('. ')
            : domain(`result-${question.result.status}`)}
        </b>
      </p>
      {question.rounds.length === 0 && (
        <p className={styles['soft']}>{question.dropReason ?? question.voidReason ?? t('no-rounds')}</p>
      )}
      {question.rounds.map((round) => (
        <RoundFinding key={round.roundId} session={session} question={question} round={round} />
      ))}
    </article>
  );
}

function RoundFinding({
  session,
  question,
  round,
}: {
  readonly session: Session;
  readonly question: Question;
  readonly round: Round;
}) {
  const t = useVerifyText();
  const domain = useDomainText();
  const roundText = useRoundText();
  const title = domain(`round-${round.kind}`, { number: round.number });
  if (round.status === 'open') return <p className={styles['soft']}>{`${title}. ${t('round-open')}`}</p>;
  const lines = tallyLines(question, round);
  const { headline, details, tone } = roundText(session, question, round);
  const { ballots, abstained = 0, notVoted, recused } = round.tally;
  const apart = [
    t('ballots', { count: ballots }),
    abstained > 0 && t('abstained', { count: abstained }),
    notVoted > 0 && t('not-voted', { count: notVoted }),
    recused > 0 && t('recused', { count: recused }),
  ].filter(Boolean);
  return (
    <div className={styles['round']}>
      <p>
        <span className={styles['soft']}>{title}</span>
        <br />
        <b className={styles['outcome']} data-tone={tone}>
          {headline}
        </b>
      </p>
      {details.length > 0 && <p>{details.join('. ')}</p>}
      {round.quorumStood === false && <p>{t('no-quorum')}</p>}
      {lines && <TallyBars {...lines} />}
      <p className={styles['soft']}>{apart.join(' · ')}</p>
      <Explanation session={session} question={question} round={round} />
    </div>
  );
}
