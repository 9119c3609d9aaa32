import { openRounds, type Question, type Round, type Seat } from '@open-ballot/shared/rules/session';
import { useEffect, useState } from 'react';
import { ownBallotIn } from '../../live/own-part.ts';
import { lastRoundOf, lastVotedOn } from '../../live/question-state.ts';
import { useSession, useYou } from '../../live/use-session.ts';
import { hasDraft } from './use-draft.ts';

/** What a member has to know at once: a round to vote in, or what one came to. */
export interface News {
  readonly what: 'round' | 'result';
  readonly question: Question;
  readonly round: Round;
}

export interface NewsControl {
  /** The round that waits for this member's ballot, else the result of the last one. */
  readonly latest: News | undefined;
  /** Came while the page was open. */
  readonly fresh: News | undefined;
  /** Whether it lies elsewhere on the page and was not brought into view, so as not to disturb. */
  readonly isElsewhere: boolean;
  readonly show: () => void;
}

const vibration = [200, 100, 200];

/** Brings a newly opened round, or a result, before a member who may be anywhere on the page. */
export function useNews(seat: Seat | undefined): NewsControl {
  const session = useSession();
  const you = useYou();
  const { memberId } = you;
  const open = openRounds(session);
  const waiting = open.find(
    ({ round }) =>
      memberId !== undefined && round.entitled.includes(memberId) && ownBallotIn(round, you) === undefined,
  );
  const voted = open.length > 0 ? undefined : lastVotedOn(session);
  const last = voted && lastRoundOf(voted);
  const latest: News | undefined = waiting
    ? { what: 'round', ...waiting }
    : voted && last
      ? { what: 'result', question: voted, round: last }
      : undefined;
  const key = latest && newsKey(latest);

  // Who presides has opened the round by a button of this page and stays there.
  const stays = session.presidingId === memberId || !seat?.votes;
  const otherRounds = open.filter(({ round }) => round !== waiting?.round).map(({ round }) => round.roundId);
  const hasOtherDraft = memberId !== undefined && otherRounds.some((id) => hasDraft(id, memberId));
  const [first] = useState(key);
  const [seen, setSeen] = useState({ key, isElsewhere: false });
  // Asked once, in the moment in which it comes.
  if (seen.key !== key) setSeen({ key, isElsewhere: !stays && (hasOtherDraft || isAtWork()) });
  const isFresh = key !== undefined && key !== first;
  const roundId = latest?.round.roundId;
  const comesIntoView = isFresh && !seen.isElsewhere && !stays;
  useEffect(() => {
    if (!comesIntoView || roundId === undefined) return;
    document.querySelector(`[data-news="${CSS.escape(roundId)}"]`)?.scrollIntoView({ block: 'start' });
  }, [comesIntoView, key, roundId]);
  const calls = isFresh && latest?.what === 'round';
  useEffect(() => {
    if (calls) navigator.vibrate?.(vibration);
  }, [calls, key]);

  return {
    latest,
    fresh: isFresh ? latest : undefined,
    isElsewhere: seen.isElsewhere,
    show: () => setSeen({ key, isElsewhere: false }),
  };
}

const newsKey = ({ what, round }: News): string => `${what} ${round.roundId} ${round.status}`;

/** Somebody writes or answers a question: the page must not move under their hands. */
const isAtWork = (): boolean =>
  document.querySelector('dialog[open]') !== null ||
  document.activeElement?.matches('textarea, select, input:not([type=radio], [type=checkbox])') === true;
