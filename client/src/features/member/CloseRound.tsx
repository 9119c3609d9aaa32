import { quorumOf } from '@open-ballot/shared/rules/counting/quorum';
import { roundOf, seatOf, type Question, type Round } from '@open-ballot/shared/rules/session';
import { headingOf } from '../../live/question-state.ts';
import { useState } from 'react';
import { closedNow } from '../../live/preview.ts';
import { useCommand, useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { uncapital } from '../../text/capital.ts';
import { useResultText } from '../../text/outcome-text.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useChairText } from './chair-text.ts';

const namesAtMost = 5;

/** Closing a round, with what it would mean now where the rules let anyone see (rule 10.1). */
export function CloseRound({ question, round }: { readonly question: Question; readonly round: Round }) {
  const command = useCommand();
  const t = useChairText();
  const problemText = useProblemText();
  const meaning = useMeaning(question, round);
  const [asking, setAsking] = useState(false);
  const problem = command.receipt?.outcome === 'recorded' ? undefined : command.receipt;
  return (
    <>
      <Notice title={headingOf(question)}>
        {meaning.map((each) => (
          <p key={each}>{each}</p>
        ))}
      </Notice>
      <Button look="primary" wide busy={command.sending} onClick={() => setAsking(true)}>
        {t('close-round')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('close-title', { question: headingOf(question) })}
        confirm={t('close-round')}
        busy={command.sending}
        onConfirm={() =>
          void command
            .submit({ type: 'close-round', roundId: round.roundId })
            .then((receipt) => receipt.outcome === 'recorded' && setAsking(false))
        }
      >
        {meaning.map((each) => (
          <p key={each}>{each}</p>
        ))}
        <p>{t('close-text')}</p>
        {problem && (
          <Notice tone="against" announce="alert">
            {problemText(problem)}
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
}

/** Sentences: the outcome if closed now, who has not voted, whether the quorum stands. */
function useMeaning(question: Question, round: Round): string[] {
  const session = useSession();
  const you = useYou();
  const now = useServerNow(5_000);
  const t = useChairText();
  const resultText = useResultText();
  const imagined = closedNow(session, round.roundId, you, now);
  const closed = imagined && roundOf(imagined, round.roundId);
  const outcome = closed && resultText(imagined, closed.question);
  const { visibility } = session.ruleSet;
  const voted = new Set(round.ballots.map((each) => each.memberId));
  const silent = round.entitled.filter((id) => !voted.has(id));
  const names = silent.slice(0, namesAtMost).map((id) => seatOf(session, id)?.name ?? id);
  const turnout =
    visibility === 'totals'
      ? t('count-not-voted', { voted: round.tally.ballots, entitled: round.entitled.length })
      : silent.length > 0
        ? t('waiting-for', {
            count: silent.length,
            names: [...names, ...(silent.length > names.length ? ['…'] : [])].join(', '),
          })
        : t('all-voted');
  return [
    ...(outcome
      ? [t('if-closed', { outcome: uncapital([outcome.headline, ...outcome.details].join('. ')) })]
      : []),
    turnout,
    ...(quorumOf(session, question).stands ? [] : [t('quorum-lost')]),
  ];
}
