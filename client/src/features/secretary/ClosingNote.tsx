import type { Question, Round } from '@open-ballot/shared/rules/session';
import { useClosingWords } from '../../acts/closing-words.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What pressing «close» will mean, told before it is pressed. */
export function ClosingNote({ question, round }: { readonly question: Question; readonly round: Round }) {
  const { outcome, silent, quorumStands } = useClosingWords(question, round);
  return (
    <Notice tone={quorumStands ? 'neutral' : 'warn'}>
      <p>
        {outcome} {silent}
      </p>
    </Notice>
  );
}
