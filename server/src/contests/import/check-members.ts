import type { ImportColumn, RowWish } from '@open-ballot/shared/contract/import';
import { bounds } from '@open-ballot/shared/rules/bounds';
import type { SeatRole } from '@open-ballot/shared/rules/session';
import { normalLogin } from '../../sign-in/account.ts';
import type { ContestMemberRow } from '../contest-member.entity.ts';
import { mayTake, type NamedAccount } from '../member-account.ts';
import { NewMemberDto } from '../member.dto.ts';
import { alike, plain } from './alike.ts';
import { RowCheck } from './checked-row.ts';
import type { RecordRow } from './columns.ts';
import type { Entry } from './entries.ts';
import { personAndPost, unnumbered } from './person-and-post.ts';
import { textOf } from './table.ts';
import { roleIn, voteBeside, voteIn } from './values.ts';
import { isCompatible, pairedWith } from './who-is-there.ts';

export interface ReadMember {
  readonly name: string;
  readonly post: string;
  readonly body: string;
  readonly role: SeatRole;
  readonly votes: boolean;
  readonly email: string | null;
  readonly accountId: string | null;
}

/** Somebody of whom the table says otherwise, and what is to be written. */
export interface ChangedMember {
  readonly memberId: string;
  readonly changes: Partial<ReadMember>;
}

export interface MembersCheck {
  readonly rows: readonly RowCheck[];
  readonly members: readonly ReadMember[];
  readonly changed: readonly ChangedMember[];
}

export type MemberThere = Pick<ContestMemberRow, 'memberId' | keyof ReadMember>;

export interface MembersThere {
  readonly members: readonly MemberThere[];
  /** By normal login, of all logins that the table names. */
  readonly accounts: ReadonlyMap<string, NamedAccount>;
  /** Logins by account id, of all who are there. */
  readonly logins: ReadonlyMap<string, string>;
}

/** The logins that a table names, to be looked up before it is checked. */
export const loginsIn = (rows: readonly RecordRow[]): readonly string[] =>
  rows.map(({ cell }) => textOf(cell('accountLogin'))).filter((login) => login !== '');

/** A row and what it says; of what it leaves open, what a form offers. */
interface Coming {
  readonly check: RowCheck;
  readonly member: ReadMember;
  readonly account?: NamedAccount;
  /** What the row, or the section it stands in, really says. */
  readonly said: Partial<ReadMember>;
}

/** What each row comes to, beside whom the contest has and beside the rows before it. */
export function checkMembers(
  entries: readonly Entry[],
  there: MembersThere,
  wishes: ReadonlyMap<number, RowWish>,
): MembersCheck {
  const coming = entries.map((entry) => memberIn(entry, there.accounts));
  const known = pairedWith<Coming, MemberThere>(
    coming.filter(({ check, member }) => member.name !== '' && wishes.get(check.row)?.as !== 'add'),
    there.members,
    (one) => alike(('member' in one ? one.member : one).name),
    [
      ({ member }, other) => personOf(member) === personOf(other),
      ({ member }, other) => isCompatible(member.body, other.body),
      () => true,
    ],
  );
  const first = new Map<string, number>();
  const holders = new Map<string, MemberThere | number>(
    there.members.flatMap((each) => (each.accountId === null ? [] : [[each.accountId, each] as const])),
  );
  let count = there.members.length;
  const members: ReadMember[] = [];
  const changed: ChangedMember[] = [];
  for (const one of coming) {
    const { check, member, said } = one;
    const other = known.get(one);
    const person = personOf(member);
    const before = first.get(person);
    if (before !== undefined) check.finds({ column: 'name', fault: 'repeated', row: before });
    else if (member.name !== '') first.set(person, check.row);
    findsSignIn(one, other, holders);
    findsOwner(one, other, wishes.get(check.row)?.accountName);
    if (other) {
      const changes = changesOf(said, other);
      const confirmed = wishes.get(check.row)?.as === 'change';
      check.meets({ changes: Object.keys(changes).map((key) => changeOf(key, other, there)), confirmed });
      if (confirmed && Object.keys(changes).length > 0) changed.push({ memberId: other.memberId, changes });
    } else {
      count += 1;
      if (count > bounds.roll) check.finds({ column: 'name', fault: 'too-many' });
      members.push(member);
    }
  }
  return { rows: coming.map(({ check }) => check), members, changed };
}

/** Nobody else signs in there, neither of those who are there nor of the rows before. */
function findsSignIn(
  { check, member: { accountId } }: Coming,
  other: MemberThere | undefined,
  holders: Map<string, MemberThere | number>,
): void {
  if (accountId === null) return;
  const holder = holders.get(accountId);
  if (typeof holder === 'number')
    check.finds({ column: 'accountLogin', fault: 'login-repeated', row: holder });
  else if (holder === undefined) holders.set(accountId, check.row);
  else if (holder !== other) check.finds({ column: 'accountLogin', fault: 'login-taken' });
}

/** Nobody comes in as another by a coincidence of spelling: such an account is taken only by its owner's name. */
function findsOwner(
  { check, member, account }: Coming,
  other: MemberThere | undefined,
  accountName?: string,
): void {
  if (!account || account.id === other?.accountId) return;
  if (account.isKnown) check.finds({ column: 'accountLogin', fault: 'known-password' });
  else if (!mayTake(account, member.name, accountName))
    check.finds({ column: 'accountLogin', fault: 'login-of-another', name: account.name });
}

function memberIn({ record, section }: Entry, accounts: MembersThere['accounts']): Coming {
  const check = new RowCheck(record);
  const whole = record.cell('name');
  const spelled = check.text('name') ?? '';
  const ownPost = check.text('post');
  const both =
    ownPost === undefined && typeof whole === 'string' ? personAndPost(unnumbered(whole)) : undefined;
  const name = plain(both?.name ?? unnumbered(spelled));
  if (name !== spelled) check.takes('name', name);
  const post = ownPost ?? check.takes('post', both && plain(both.post));
  const body = check.text('body');
  const ofRole = textOf(record.cell('role'));
  const role =
    check.value('role', 'bad-role', roleIn) ??
    (ofRole === '' ? check.takes('role', section.role) : undefined);
  const ownVote = check.value('votes', 'bad-vote', voteIn);
  const votes =
    ownVote ??
    (textOf(record.cell('votes')) === ''
      ? check.takes('votes', voteBeside(ofRole) ?? section.votes)
      : undefined);
  const email = check.text('email') ?? null;
  const accountLogin = check.text('accountLogin') ?? null;
  // What a form offers to a new member.
  const member = {
    name,
    post: post ?? '',
    body: body ?? '',
    role: role ?? 'member',
    votes: votes ?? true,
    email,
  } as const;
  check.follows(NewMemberDto, { ...member, accountLogin });
  const account = accountLogin === null ? undefined : accounts.get(normalLogin(accountLogin));
  const accountId = account?.id ?? null;
  if (accountLogin !== null && accountId === null)
    check.finds({ column: 'accountLogin', fault: 'no-such-login' });
  return {
    check,
    ...(account && { account }),
    member: { ...member, accountId },
    said: {
      ...(post !== undefined && { post }),
      ...(body !== undefined && { body }),
      ...(role !== undefined && { role }),
      ...(votes !== undefined && { votes }),
      ...(email !== null && { email }),
      ...(accountId !== null && { accountId }),
    },
  };
}

/** What is said otherwise. What the table leaves empty, and how it is only spelled, takes nothing from who is there. */
function changesOf(said: Partial<ReadMember>, other: MemberThere): Partial<ReadMember> {
  const isSame = (key: keyof ReadMember): boolean => {
    const [one, is] = [said[key], other[key]];
    return typeof one === 'string' && typeof is === 'string' && key !== 'accountId'
      ? alike(one) === alike(is)
      : one === is;
  };
  return Object.fromEntries(Object.entries(said).filter(([key]) => !isSame(key as keyof ReadMember)));
}

function changeOf(key: string, other: MemberThere, { logins }: MembersThere) {
  const was = other[key as keyof ReadMember];
  return key === 'accountId'
    ? { column: 'accountLogin' as const, was: logins.get(other.accountId ?? '') ?? '' }
    : { column: key as ImportColumn, was: String(was ?? '') };
}

/** Namesakes are told apart by what else is said of them. */
const personOf = ({ name, post, body }: Pick<ReadMember, 'name' | 'post' | 'body'>): string =>
  [name, post, body].map(alike).join('\n');
