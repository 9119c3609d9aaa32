import { sha256Hex } from '@open-ballot/shared/journal/chain';
import type { Question, Round, TieStep } from '@open-ballot/shared/rules/session';
import { tallyLines } from '../../live/tally-lines.ts';
import { useBallotSentence } from '../../text/ballot-sentence.ts';
import { capital } from '../../text/capital.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useOutcomeText } from '../../text/outcome-text.ts';
import { useVerifyText } from '../../text/verify-text.ts';
import { TallyBars } from '../../ui/TallyBars.tsx';
import styles from './Verify.module.css';

interface QuestionFindingProps {
  readonly question: Question;
  readonly number: number;
}

/** One question as recounted: each round's count, what it came to, and how a tie was decided, step by step. */
export function QuestionFinding({ question, number }: QuestionFindingProps) {
  const t = useVerifyText();
  const domain = useDomainText();
  return (
    <article className={styles['question']}>
      <h4>
        {number}. {question.title}
      </h4>
      <p>
        <b>{domain(`result-${question.result.status}`)}</b>
      </p>
      {question.rounds.length === 0 && (
        <p className={styles['soft']}>{question.voidReason ?? t('no-rounds')}</p>
      )}
      {question.rounds.map((round) => (
        <RoundFinding key={round.roundId} question={question} round={round} />
      ))}
    </article>
  );
}

function RoundFinding({ question, round }: { readonly question: Question; readonly round: Round }) {
  const t = useVerifyText();
  const domain = useDomainText();
  const outcomeText = useOutcomeText();
  const title = domain(`round-${round.kind}`, { number: round.number });
  if (round.status === 'open') return <p className={styles['soft']}>{`${title}. ${t('round-open')}`}</p>;
  const lines = tallyLines(question, round);
  const { headline, details, tone } = outcomeText(question, round);
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
      <TieSteps question={question} round={round} />
    </div>
  );
}

function TieSteps({ question, round }: { readonly question: Question; readonly round: Round }) {
  const t = useVerifyText();
  const steps = round.outcome?.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <section>
      <h5>{t('how')}</h5>
      <ol className={styles['steps']}>
        {steps.map((step, index) => (
          <li key={index}>
            <TieStepLine question={question} round={round} step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function TieStepLine({
  question,
  round,
  step,
}: {
  readonly question: Question;
  readonly round: Round;
  readonly step: TieStep;
}) {
  const t = useVerifyText();
  const domain = useDomainText();
  const sentence = useBallotSentence();
  const name = (id: string) => question.nominees.find((each) => each.nomineeId === id)?.name ?? id;
  const order = step.order.map((group) => group.map(name).join(' = ')).join(', ');
  const isMotion = step.among.length === 0;
  const rule = capital(domain(`tie-${step.tieBreaker}`));
  const own = round.ballots.find((each) => each.memberId === round.presidingId)?.ballot;
  const lot = round.tieBreaking.lots.find((each) => each.among.join() === step.among.join());
  const effect = step.effect === 'settled' && (isMotion || order === '') ? 'settled-motion' : step.effect;
  return (
    <>
      <p>{isMotion ? t('step-tied-motion') : t('step-tied', { names: step.among.map(name).join(', ') })}</p>
      <p>
        <b>{t(`step-${effect}`, { rule, order })}</b>
      </p>
      {step.tieBreaker === 'own-vote' && own && <p>{t('own-ballot', { ballot: sentence(own, question) })}</p>}
      {step.tieBreaker === 'lot-by-hand' && lot && <p>{t('lot-witnesses', { witnesses: lot.witnesses })}</p>}
      {step.tieBreaker === 'lot' && (
        <>
          <p className={styles['long']}>{t('lot-explained', { hash: round.closedHash })}</p>
          <ul className={styles['long']}>
            {step.among.map((id) => (
              <li key={id}>
                {t('lot-digest', { name: name(id), digest: sha256Hex(`${round.closedHash}:${id}`) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
