import type { Invitation, InvitationLetter, Invitations } from '@open-ballot/shared/contract/accounts';
import type { Contest, ContestMember, ListOf } from '@open-ballot/shared/contract/http';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../../api/client.ts';
import { contestQuery } from '../../../api/queries.ts';
import { useProblemText } from '../../../text/problem-text.ts';

/** How often the list is looked at again while people come in, in ms. */
const lookEvery = 15_000;
/** The same while letters wait to be sent. */
const lookAtLettersEvery = 2_000;

/** An account that is there already, taken for a member by the name of its owner. */
export interface ChosenAccount {
  readonly memberId: string;
  readonly login: string;
  readonly name: string;
}

export interface Wanted {
  /** Everybody who has not come in yet when left out. */
  readonly memberIds?: readonly string[];
  readonly renew?: boolean;
  readonly accounts?: readonly ChosenAccount[];
}

/** A link as it is handed out: the whole address, with the token in its fragment, which no server log sees. */
export interface ShownLink {
  readonly member: ContestMember;
  readonly address: string;
  readonly expiresAt: string;
}

export interface InvitationsControl {
  /** By member; undefined until they are known. */
  readonly rows: ReadonlyMap<string, Invitation> | undefined;
  /** Links on screen. They can be shown again until they are used; each showing is listed. */
  readonly shown: readonly ShownLink[];
  readonly invite: (wanted: Wanted) => Promise<void>;
  /** Letters, the newest first; undefined where the house sends none, or until they are known. */
  readonly letters: readonly InvitationLetter[] | undefined;
  /** Sends a letter to this member, or to everybody with an address who awaits one. */
  readonly send: (memberIds?: readonly string[]) => Promise<void>;
  /** Whether a request about everybody, or about this member, is on its way. */
  readonly isUnderWay: (memberId?: string) => boolean;
  readonly problem: string | undefined;
  /** What links begin with, and whether only this very computer finds it. */
  readonly house: { readonly address: string; readonly isLoopback: boolean };
}

export function useInvitations({ contestId, members }: Contest): InvitationsControl {
  const queries = useQueryClient();
  const problemText = useProblemText();
  const path = `/contests/${contestId}/invitations`;
  const queryKey = [...contestQuery(contestId).queryKey, 'invitations'];
  const { data, error } = useQuery({
    queryKey,
    queryFn: () => get<Invitations>(`${path}?links=none`),
    refetchInterval: lookEvery,
  });
  const lettersKey = [...queryKey, 'letters'];
  const sent = useQuery({
    queryKey: lettersKey,
    queryFn: () => get<ListOf<InvitationLetter>>(`${path}/letters`),
    enabled: data?.mail === true,
    refetchInterval: ({ state }) =>
      state.data?.items.some((each) => each.state === 'waiting') ? lookAtLettersEvery : lookEvery,
  });
  const [links, setLinks] = useState<ReadonlyMap<string, Invitation>>(new Map());
  const [underWay, setUnderWay] = useState<Wanted>();
  const [failure, setFailure] = useState<Error>();
  const address = data?.address ?? location.origin;
  const wrong = failure ?? error ?? sent.error;
  const rows = data && new Map(data.items.map((each) => [each.memberId, each]));

  async function doing(wanted: Wanted, work: () => Promise<void>): Promise<void> {
    if (underWay) return;
    setUnderWay(wanted);
    setFailure(undefined);
    try {
      await work();
      // The logins of members are part of the contest.
      void queries.invalidateQueries({ queryKey: contestQuery(contestId).queryKey, exact: true });
    } catch (caught) {
      setFailure(caught as Error);
    } finally {
      setUnderWay(undefined);
    }
  }
  const invite = (wanted: Wanted): Promise<void> =>
    doing(wanted, async () => {
      const answer = await post<Invitations>(path, wanted);
      setLinks(
        (before) => new Map([...before, ...answer.items.map((each) => [each.memberId, each] as const)]),
      );
      queries.setQueryData(queryKey, answer);
    });
  const send = (memberIds?: readonly string[]): Promise<void> => {
    const wanted = memberIds ? { memberIds } : {};
    return doing(wanted, async () => {
      queries.setQueryData(lettersKey, await post<ListOf<InvitationLetter>>(`${path}/letters`, wanted));
      void queries.invalidateQueries({ queryKey, exact: true });
    });
  };

  return {
    rows,
    shown: members.flatMap((member) => {
      const { link, expiresAt } = links.get(member.memberId) ?? {};
      // A link that was used meanwhile opens nothing any more.
      const isUsed = rows?.get(member.memberId)?.state !== 'invited';
      return link && expiresAt && !isUsed ? [{ member, address: `${address}/l#${link}`, expiresAt }] : [];
    }),
    invite,
    letters: sent.data?.items,
    send,
    isUnderWay: (memberId) =>
      underWay !== undefined &&
      (underWay.memberIds === undefined || (memberId !== undefined && underWay.memberIds.includes(memberId))),
    problem: wrong ? problemText(wrong) : undefined,
    house: { address, isLoopback: isLoopback(address) },
  };
}

const isLoopback = (address: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(address).hostname);
