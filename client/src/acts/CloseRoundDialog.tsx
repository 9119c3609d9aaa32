import type { Question, Round } from '@open-ballot/shared/rules/session';
import { useClosingText, useClosingWords } from './closing-words.ts';
import { CommandDialog } from './CommandDialog.tsx';

interface CloseRoundDialogProps {
  readonly question: Question;
  readonly round: Round;
  readonly onClose: () => void;
}

/** Asks once before a round is closed that somebody has yet to vote in. */
export function CloseRoundDialog({ question, round, onClose }: CloseRoundDialogProps) {
  const t = useClosingText();
  const { outcome, silent, notVoted } = useClosingWords(question, round);
  const isOpen = round.status === 'open';
  return (
    <CommandDialog
      title={t(notVoted > 0 ? 'close-title' : 'close-title-all')}
      confirm={t(notVoted > 0 ? 'close-anyway' : 'close-round')}
      danger={notVoted > 0}
      command={{ type: 'close-round', roundId: round.roundId }}
      onClose={onClose}
    >
      {isOpen && (
        <>
          <p>
            <b>{silent}</b>
          </p>
          <p>{outcome}</p>
        </>
      )}
      <p>{t('close-final')}</p>
    </CommandDialog>
  );
}
