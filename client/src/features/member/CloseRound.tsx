import type { Question, Round } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { CloseRoundDialog } from '../../acts/CloseRoundDialog.tsx';
import { useClosingWords } from '../../acts/closing-words.ts';
import { headingOf } from '../../live/question-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useChairText } from './chair-text.ts';

/** Closing a round, with what it would mean now. On a phone it always asks: a thumb slips. */
export function CloseRound({ question, round }: { readonly question: Question; readonly round: Round }) {
  const t = useChairText();
  const { outcome, silent } = useClosingWords(question, round);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Notice title={headingOf(question)}>
        <p>{outcome}</p>
        <p>{silent}</p>
      </Notice>
      <Button look="primary" wide onClick={() => setAsking(true)}>
        {t('close-round')}
      </Button>
      {asking && <CloseRoundDialog question={question} round={round} onClose={() => setAsking(false)} />}
    </>
  );
}
