import type { Contest, ContestMember } from '@open-ballot/shared/contract/http';
import { useState } from 'react';
import { useProblemText } from '../../../text/problem-text.ts';
import {
  accountOf,
  createAccount,
  issueLink,
  useContestRequests,
  type FreshInvitation,
} from '../contest-requests.ts';
import { suggestedLogin } from './suggested-login.ts';

export interface Invitation {
  readonly member: ContestMember;
  readonly login: string;
  /** The whole address, with the token in its fragment. */
  readonly address: string;
  readonly expiresAt: string;
}

export interface InvitationsControl {
  /** Links issued since this page was opened: the server keeps only their digests. */
  readonly invitations: readonly Invitation[];
  /** Invites one member under this login, creating the account when there is none. */
  readonly invite: (member: ContestMember, login: string) => Promise<void>;
  readonly inviteAll: () => Promise<void>;
  /** Whether this member's link is on its way: of two links only the later one works, whichever comes first. */
  readonly isUnderWay: (member: ContestMember) => boolean;
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  readonly problem: { readonly name: string; readonly problem: string } | undefined;
}

/** The page that redeems a link reads the token from the fragment, which no server log sees. */
export const addressOf = ({ link }: FreshInvitation): string => `${location.origin}/l#${link}`;

export const loginFor = (member: ContestMember, members: readonly ContestMember[]): string =>
  member.accountLogin ??
  suggestedLogin(member.name, new Set(members.flatMap((each) => each.accountLogin ?? [])));

export function useInvitations({ contestId, members }: Contest): InvitationsControl {
  const { change } = useContestRequests(contestId);
  const problemText = useProblemText();
  const [invitations, setInvitations] = useState<readonly Invitation[]>([]);
  const [underWay, setUnderWay] = useState<readonly string[]>([]);
  const [progress, setProgress] = useState<InvitationsControl['progress']>();
  const [problem, setProblem] = useState<InvitationsControl['problem']>();

  async function issue(member: ContestMember, login: string): Promise<void> {
    const known = await accountOf(login);
    const created = known ? undefined : await createAccount({ login, name: member.name });
    // Before the link: the server refuses an account that may be somebody else's.
    if (member.accountLogin !== login)
      await change(`/members/${encodeURIComponent(member.memberId)}`, { accountLogin: login });
    const fresh = created ?? (await issueLink(known!.accountId));
    const invitation = { member, login, address: addressOf(fresh), expiresAt: fresh.expiresAt };
    setInvitations((before) => [
      ...before.filter((each) => each.member.memberId !== member.memberId),
      invitation,
    ]);
  }

  async function attempt(member: ContestMember, login: string): Promise<boolean> {
    setUnderWay((all) => [...all, member.memberId]);
    try {
      await issue(member, login);
      return true;
    } catch (error) {
      setProblem({ name: member.name, problem: problemText(error as Error) });
      return false;
    } finally {
      setUnderWay((all) => all.filter((memberId) => memberId !== member.memberId));
    }
  }

  return {
    invitations,
    invite: async (member, login) => {
      setProblem(undefined);
      await attempt(member, login);
    },
    inviteAll: async () => {
      setProblem(undefined);
      const taken = new Set(members.flatMap((each) => each.accountLogin ?? []));
      for (const [index, member] of members.entries()) {
        setProgress({ done: index, of: members.length });
        const login = member.accountLogin ?? suggestedLogin(member.name, taken);
        taken.add(login);
        if (!(await attempt(member, login))) break;
      }
      setProgress(undefined);
    },
    isUnderWay: ({ memberId }) => progress !== undefined || underWay.includes(memberId),
    progress,
    problem,
  };
}
