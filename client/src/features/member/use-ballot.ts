import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { RefusalCode, Refused } from '@open-ballot/shared/rules/refusal';
import type { Ballot, Question, Round } from '@open-ballot/shared/rules/session';
import { useRef, useState } from 'react';
import { ownBallotIn, type OwnBallot } from '../../live/own-part.ts';
import { refusalOf } from '../../live/preview.ts';
import { useMounted } from '../../ui/use-mounted.ts';
import { useToast } from '../../ui/Toasts.tsx';
import { useCommand, useLive, useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { useBallotSentence } from '../../text/ballot-sentence.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { useMemberText } from './member-text.ts';
import { useDraft } from './use-draft.ts';

export interface BallotControl {
  /** What is filled in so far; may be incomplete. */
  readonly draft: Ballot | undefined;
  readonly setDraft: (draft: Ballot | undefined) => void;
  /** The counted ballot, as the journal has it. */
  readonly own: OwnBallot | undefined;
  /** When it was recorded, as far as this tab was told. */
  readonly recordedAt: string | undefined;
  /** True while the form is shown: no ballot yet, or a change of it. */
  readonly filling: boolean;
  readonly startChange: () => void;
  readonly stopChange: () => void;
  /** Why this member may not vote here at all. */
  readonly barred: Refused | undefined;
  /** What is still wrong with the draft itself. */
  readonly unready: Refused | undefined;
  /** «за Центр …»: what will be recorded. */
  readonly sentence: string | undefined;
  readonly sending: boolean;
  /** The last receipt that was not a recording. */
  readonly problem: Exclude<Receipt, { readonly outcome: 'recorded' }> | undefined;
  readonly cast: () => void;
}

const ofThePaper: readonly RefusalCode[] = [
  'choice-not-offered',
  'incomplete-ballot',
  'out-of-range',
  'abstain-not-allowed',
  'invalid',
];

export function useBallot(question: Question, round: Round, memberId: string): BallotControl {
  const session = useSession();
  const you = useYou();
  const { feed } = useLive();
  const now = useServerNow();
  const command = useCommand();
  const isShown = useMounted();
  const toast = useToast();
  const t = useMemberText();
  const problemText = useProblemText();
  const sentenceOf = useBallotSentence();
  const [draft, setDraft] = useDraft<Ballot>(round.roundId, memberId);
  const [changing, setChanging] = useState(false);
  const changes = useRef(0);
  const [receivedAt, setReceivedAt] = useState<Readonly<Record<number, string>>>({});

  const own = ownBallotIn(round, you);
  const replaces = own?.position ?? null;
  const wish = {
    type: 'cast-ballot',
    roundId: round.roundId,
    ballot: draft ?? { choice: 'abstain' },
    replaces,
  } as const;
  const refusal = refusalOf(session, wish, you, now);
  const paper = refusal && ofThePaper.includes(refusal.code);

  return {
    draft,
    setDraft,
    own,
    recordedAt:
      own && (receivedAt[own.position] ?? feed.find((entry) => entry.position === own.position)?.recordedAt),
    filling: !own || changing,
    startChange: () => {
      changes.current += 1;
      command.forget();
      if (own) setDraft(own.ballot);
      setChanging(true);
    },
    stopChange: () => {
      setDraft(undefined);
      setChanging(false);
      command.forget();
    },
    barred: refusal && !paper ? refusal : undefined,
    unready: draft && paper ? refusal : undefined,
    sentence: draft && sentenceOf(draft, question),
    sending: command.sending,
    problem: command.receipt?.outcome === 'recorded' ? undefined : command.receipt,
    cast: () => {
      if (!draft) return;
      const change = changes.current;
      void command.submit({ ...wish, ballot: draft }).then((receipt) => {
        if (receipt.outcome !== 'recorded') {
          // Where the round is over, this screen goes away and what it says of the ballot with it.
          const isOver = receipt.outcome === 'refused' && receipt.code === 'round-not-open';
          if (isOver || !isShown()) toast(`${t('not-recorded')}. ${problemText(receipt)}`, 'against');
          return;
        }
        setReceivedAt((all) => ({ ...all, [receipt.position]: receipt.recordedAt }));
        // The entry may be shown before its receipt is here, and a change of it already begun.
        if (change !== changes.current) return;
        setDraft(undefined);
        setChanging(false);
      });
    },
  };
}
