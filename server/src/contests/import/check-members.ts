import { bounds } from '@open-ballot/shared/rules/bounds';
import type { SeatRole } from '@open-ballot/shared/rules/session';
import { normalLogin } from '../../sign-in/account.ts';
import type { ContestMemberRow } from '../contest-member.entity.ts';
import { NewMemberDto } from '../member.dto.ts';
import { alike } from './alike.ts';
import { RowCheck } from './checked-row.ts';
import type { RecordRow } from './columns.ts';
import { roleIn, voteIn } from './values.ts';

export interface ReadMember {
  readonly name: string;
  readonly post: string;
  readonly body: string;
  readonly role: SeatRole;
  readonly votes: boolean;
  readonly accountId: string | null;
}

export interface MembersCheck {
  readonly rows: readonly RowCheck[];
  readonly members: readonly ReadMember[];
}

export interface MembersThere {
  readonly members: readonly Pick<ContestMemberRow, 'name' | 'post' | 'body' | 'accountId'>[];
  /** Account ids by normal login, of all logins that the table names. */
  readonly accounts: ReadonlyMap<string, string>;
}

/** The logins that a table names, to be looked up before it is checked. */
export const loginsIn = (rows: readonly RecordRow[]): readonly string[] =>
  rows.flatMap((row) => new RowCheck(row).text('accountLogin') ?? []);

/** What each row comes to, beside whom the contest has and beside the rows before it. */
export function checkMembers(rows: readonly RecordRow[], there: MembersThere): MembersCheck {
  const people = new Map<string, 'there' | number>(there.members.map((each) => [personOf(each), 'there']));
  const signIns = new Map<string, 'there' | number>(
    there.members.flatMap(({ accountId }) => (accountId === null ? [] : [[accountId, 'there'] as const])),
  );
  let count = there.members.length;
  const members: ReadMember[] = [];
  const checks = rows.map((each) => {
    const check = new RowCheck(each);
    const member = memberIn(check, there.accounts);
    const before = people.get(personOf(member));
    if (before === 'there') check.finds({ column: 'name', fault: 'already-there' });
    else if (before !== undefined) check.finds({ column: 'name', fault: 'repeated', row: before });
    else if (member.name !== '') people.set(personOf(member), check.row);

    const signIn = member.accountId === null ? undefined : signIns.get(member.accountId);
    if (signIn === 'there') check.finds({ column: 'accountLogin', fault: 'login-taken' });
    else if (signIn !== undefined)
      check.finds({ column: 'accountLogin', fault: 'login-repeated', row: signIn });
    else if (member.accountId !== null) signIns.set(member.accountId, check.row);

    count += 1;
    if (count > bounds.roll) check.finds({ column: 'name', fault: 'too-many' });
    members.push(member);
    return check;
  });
  return { rows: checks, members };
}

function memberIn(check: RowCheck, accounts: ReadonlyMap<string, string>): ReadMember {
  const member = {
    name: check.text('name') ?? '',
    post: check.text('post') ?? '',
    body: check.text('body') ?? '',
    // What a form offers to a new member.
    role: check.value('role', 'bad-role', roleIn) ?? ('member' as const),
    votes: check.value('votes', 'bad-vote', voteIn) ?? true,
  };
  const accountLogin = check.text('accountLogin') ?? null;
  check.follows(NewMemberDto, { ...member, accountLogin });
  const accountId = accountLogin === null ? null : (accounts.get(normalLogin(accountLogin)) ?? null);
  if (accountLogin !== null && accountId === null)
    check.finds({ column: 'accountLogin', fault: 'no-such-login' });
  return { ...member, accountId };
}

/** Namesakes are told apart by what else is said of them. */
const personOf = ({ name, post, body }: Pick<ReadMember, 'name' | 'post' | 'body'>): string =>
  [name, post, body].map(alike).join('\n');
