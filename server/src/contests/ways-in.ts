import type { Invitation, InvitationState, Namesake } from '@open-ballot/shared/contract/accounts';
import type { EntityManager } from 'typeorm';
import type { Account } from '../sign-in/account.ts';
import type { Link } from '../sign-in/links.ts';
import { samePerson } from './member-account.ts';

/** A member and the account they sign in with, as far as one secretary has to do with it. */
export interface WayIn {
  readonly memberId: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly login: string | null;
  readonly accountName: string | null;
  /** The name by which a secretary chose the account. */
  readonly chosenAs: string | null;
  readonly isDisabled: boolean;
  /** Everybody knows the password, and the contest is no rehearsal. */
  readonly isKnown: boolean;
  readonly isOfficer: boolean;
  /** Another member of the contest has the same account. */
  readonly isShared: boolean;
  /** It has a part in a contest whose secretary is somebody else. */
  readonly isElsewhere: boolean;
  readonly signedInAt: Date | null;
  readonly hadLink: boolean;
  readonly shownAt: Date | null;
}

/** Of all members of a contest, in their order, as `giver` may deal with them. */
export const waysIn = (manager: EntityManager, contestId: string, giver: Account): Promise<WayIn[]> =>
  manager.query<WayIn[]>(
    `SELECT member.member_id AS "memberId", member.name, account.id AS "accountId", login,
            account.name AS "accountName", member.account_name AS "chosenAs",
            disabled_at IS NOT NULL AS "isDisabled",
            rehearsal_only AND rehearsal_start IS NULL AS "isKnown",
            roles && '{administrator,secretary}' OR EXISTS (
              SELECT FROM contest_secretary WHERE account_id = account.id) AS "isOfficer",
            EXISTS (SELECT FROM contest_member other WHERE other.contest_id = member.contest_id
                    AND other.account_id = account.id AND other.member_id <> member.member_id) AS "isShared",
            EXISTS (SELECT FROM contest_member other
                    WHERE other.account_id = account.id AND other.contest_id <> ALL($2::uuid[]))
            OR EXISTS (SELECT FROM session_seat JOIN session ON session.id = session_id
                       WHERE session_seat.account_id = account.id AND session.contest_id <> ALL($2::uuid[])
            ) AS "isElsewhere",
            last_sign_in AS "signedInAt", link.id IS NOT NULL AS "hadLink", shown_at AS "shownAt"
     FROM contest_member member JOIN contest ON contest.id = contest_id
     LEFT JOIN account ON account.id = account_id
     LEFT JOIN LATERAL (SELECT id, shown_at FROM sign_in_link WHERE sign_in_link.account_id = account.id LIMIT 1) link ON true
     WHERE contest_id = $1 ORDER BY ordinal, member.member_id`,
    [contestId, giver.secretaryOf],
  );

/** Whether the account may be somebody else's, so that nothing is given to it until the secretary says by name that it is meant. */
const isInDoubt = ({ name, accountName, chosenAs, isKnown, isShared }: WayIn): boolean =>
  isKnown ||
  isShared ||
  (accountName !== null &&
    !samePerson(accountName, name) &&
    (chosenAs === null || !samePerson(accountName, chosenAs)));

/** Whether the secretary may open the account to whoever holds a link (rule 13.3, 18.1). */
export const mayBeLinked = (way: WayIn): boolean => isTheirs(way) && !way.isOfficer && !way.isElsewhere;

/** Whether the account is the member's beyond doubt, and may come in. */
export const isTheirs = (way: WayIn): boolean => way.accountId !== null && !isInDoubt(way) && !way.isDisabled;

export function stateOf(way: WayIn, link: Link | undefined): InvitationState {
  if (way.accountId === null) return 'none';
  if (isInDoubt(way)) return 'choose';
  if (way.isDisabled) return 'disabled';
  if (!mayBeLinked(way)) return 'own-sign-in';
  if (link) return 'invited';
  if (way.signedInAt) return 'signed-in';
  return way.hadLink ? 'lapsed' : 'none';
}

/** `shown` where the secretary is to see the link, which is noted beforehand. */
export function invitationOf(
  way: WayIn,
  link: Link | undefined,
  shown: boolean,
  namesakes: readonly Namesake[],
): Invitation {
  const state = stateOf(way, link);
  const { memberId, name, accountId, login, accountName, signedInAt } = way;
  const shownAt = shown ? new Date() : way.shownAt;
  const alike = accountId === null ? namesakes.filter((each) => samePerson(each.name, name)) : [];
  return {
    memberId,
    accountId,
    state,
    ...(login !== null && { login }),
    ...(accountName !== null && { accountName }),
    ...(signedInAt && { signedInAt: signedInAt.toISOString() }),
    ...(state === 'invited' && link && { expiresAt: link.expiresAt.toISOString() }),
    ...(state === 'invited' && link && shown && { link: link.token }),
    ...(state === 'invited' && shownAt && { shownAt: shownAt.toISOString() }),
    ...(alike.length > 0 && { namesakes: alike }),
  };
}
