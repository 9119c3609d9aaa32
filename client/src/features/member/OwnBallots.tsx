import { headingOf } from '../../live/question-state.ts';
import { useState } from 'react';
import { ownBallotIn } from '../../live/own-part.ts';
import { useSession, useYou } from '../../live/use-session.ts';
import { useBallotSentence } from '../../text/ballot-sentence.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Member.module.css';
import { useMemberText } from './member-text.ts';

/** Own ballots so far, of every round of the session. */
export function OwnBallots() {
  const session = useSession();
  const you = useYou();
  const t = useMemberText();
  const domain = useDomainText();
  const sentence = useBallotSentence();
  const [open, setOpen] = useState(false);
  const own = session.questions.flatMap((question) =>
    question.rounds.flatMap((round) => {
      const ballot = ownBallotIn(round, you);
      return ballot ? [{ question, round, ballot }] : [];
    }),
  );
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        {t('own-ballots', { count: own.length })}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('own-ballots-title')}>
        {own.length === 0 && <p>{t('no-own-ballots')}</p>}
        <ol className={styles['own']}>
          {own.map(({ question, round, ballot }) => (
            <li key={round.roundId}>
              <b>{headingOf(question)}</b>
              <span>{sentence(ballot.ballot, question)}</span>
              <small>
                {domain(`round-${round.kind}`, { number: round.number })} · № {ballot.position}
                {ballot.basis !== 'own' && ` · ${domain(`basis-${ballot.basis as 'by-hand' | 'written'}`)}`}
              </small>
            </li>
          ))}
        </ol>
      </Dialog>
    </>
  );
}
