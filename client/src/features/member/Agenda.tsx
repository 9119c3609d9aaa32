import { cameTo, type QuestionState } from '@open-ballot/shared/rules/showing/came-to';
import { headingOf, lastRoundOf } from '../../live/question-state.ts';
import { tallyLines } from '../../live/tally-lines.ts';
import { useSession } from '../../live/use-session.ts';
import { useResultText } from '../../text/outcome-text.ts';
import { RollCallTable } from '../../session-views/RollCallTable.tsx';
import { StateBadge } from '../../session-views/StateBadge.tsx';
import { TallyBars } from '../../session-views/TallyBars.tsx';
import { Dissent } from './Dissent.tsx';
import styles from './Member.module.css';
import { useMemberText } from './member-text.ts';

const settled: readonly QuestionState[] = [
  'tied',
  'no-quorum',
  'next-round',
  'annulled',
  'adopted',
  'rejected',
  'awarded',
  'no-winner',
];

/** The whole agenda with what each question has come to; a decided one opens to its count and roll call. */
export function Agenda() {
  const session = useSession();
  const t = useMemberText();
  const resultText = useResultText();
  return (
    <section className={styles['agenda']} aria-labelledby="agenda-title">
      <h2 id="agenda-title">{t('agenda')}</h2>
      <ol>
        {session.questions.map((question, index) => {
          const came = cameTo(session, question);
          const result = resultText(session, question);
          const round = lastRoundOf(question);
          const head = (
            <>
              <span className={styles['agenda-title']}>
                {index + 1}. {headingOf(question)}
              </span>
              <StateBadge came={came} />
            </>
          );
          if (!round || !result || !settled.includes(came.state))
            return (
              <li key={question.questionId} className={styles['agenda-line']}>
                {head}
              </li>
            );
          const lines = tallyLines(question, round);
          return (
            <li key={question.questionId}>
              <details>
                <summary className={styles['agenda-line']}>{head}</summary>
                <div className={styles['agenda-detail']}>
                  <b>{[result.headline, ...result.details].join('. ')}</b>
                  {lines && <TallyBars {...lines} />}
                  <RollCallTable question={question} round={round} session={session} />
                  <Dissent question={question} />
                </div>
              </details>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
