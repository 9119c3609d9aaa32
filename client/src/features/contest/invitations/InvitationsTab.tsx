import type { Invitation, InvitationLetter } from '@open-ballot/shared/contract/accounts';
import type { Contest, ContestMember } from '@open-ballot/shared/contract/http';
import { useState } from 'react';
import { useContestText } from '../../../text/contest-text.ts';
import { useInvitationsText } from './invitations-text.ts';
import { useLanguage } from '../../../text/texts.ts';
import { useMoments } from '../../../text/moments.ts';
import { Button, ButtonAnchor } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Table } from '../../../ui/Table.tsx';
import styles from '../../../forms/Forms.module.css';
import { AccountDialog } from './AccountDialog.tsx';
import { Letters, LetterState, SendDialog } from './Letters.tsx';
import { InvitationState } from './InvitationState.tsx';
import { QrCode } from './QrCode.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';
import { type ShownLink, useInvitations, type Wanted } from './use-invitations.ts';

/** A member whose row a dialog is about. */
interface Chosen {
  readonly member: ContestMember;
  readonly invitation: Invitation;
}

export function InvitationsTab({ contest }: { readonly contest: Contest }) {
  const t = useContestText();
  const own = useInvitationsText();
  const language = useLanguage();
  const { rows, shown, invite, letters, send, isUnderWay, problem, house } = useInvitations(contest);
  const [sending, setSending] = useState(false);
  const [choosing, setChoosing] = useState<Chosen>();
  const [leaving, setLeaving] = useState<ContestMember>();
  const [left, setLeft] = useState<ContestMember>();
  const { contestId, members } = contest;
  if (members.length === 0) return <EmptyState title={t('no-members')}>{t('no-members-text')}</EmptyState>;
  const come = members.filter(({ memberId }) => rows?.get(memberId)?.state === 'signed-in').length;
  const open = members.filter(({ memberId }) => rows?.get(memberId)?.state === 'invited').length;
  const latest = new Map(letters?.toReversed().map((each) => [each.memberId, each]));
  const awaited = members.filter(({ memberId }) => mayBeSent(rows?.get(memberId)));
  const [to, without] = [
    awaited.filter(
      ({ memberId, email }) =>
        email !== undefined && !isUnderWayTo(email, rows?.get(memberId)?.state, latest.get(memberId)),
    ),
    awaited.filter(({ email }) => email === undefined),
  ];
  const warning = house.isLoopback ? own('loopback-address', { address: house.address }) : undefined;
  return (
    <div className={styles['parts']}>
      <div className={styles['part']}>
        <p>{own('invitations-text')}</p>
        {letters && members.every(({ email }) => email === undefined) && <p>{own('no-addresses')}</p>}
        {warning !== undefined && <Notice tone="warn">{warning}</Notice>}
        <div className={styles['links']}>
          <Button look="primary" busy={isUnderWay()} onClick={() => void invite({})}>
            {own('invite-all')}
          </Button>
          {letters && to.length > 0 && (
            <Button busy={isUnderWay()} onClick={() => setSending(true)}>
              {own('send-all', { count: to.length })}
            </Button>
          )}
          {open > 0 && (
            <ButtonAnchor
              href={`/api/contests/${contestId}/invitations/cards.pdf?language=${language}`}
              download
            >
              {own('invitation-cards', { count: open })}
            </ButtonAnchor>
          )}
        </div>
        {isUnderWay() && <Progress label={own('inviting')} />}
        {problem && (
          <Notice tone="against" announce="alert">
            {problem}
          </Notice>
        )}
        {left && (
          <Notice tone="for" announce="status">
            {own('signed-out', { name: left.name })}
          </Notice>
        )}
        {rows && <p role="status">{own('have-come', { come, of: members.length })}</p>}
        <Table caption={t('invitations')} captionHidden dense cards>
          <thead>
            <tr>
              <th scope="col">{t('member')}</th>
              <th scope="col">{t('login')}</th>
              <th scope="col">{own('way-in')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <MemberRow
                key={member.memberId}
                member={member}
                invitation={rows?.get(member.memberId)}
                timeZone={contest.timeZone}
                busy={isUnderWay(member.memberId)}
                letter={latest.get(member.memberId)}
                {...(letters && { onSend: () => void send([member.memberId]) })}
                onInvite={(wanted) => void invite({ memberIds: [member.memberId], ...wanted })}
                onChoose={(invitation) => setChoosing({ member, invitation })}
                onSignOut={() => setLeaving(member)}
              />
            ))}
          </tbody>
        </Table>
        {letters && letters.length > 0 && <Letters letters={letters} contest={contest} />}
      </div>
      {shown.length > 0 && (
        <ul className={styles['invitations']}>
          {shown.map((link) => (
            <InvitationCard key={link.member.memberId} contest={contest} link={link} />
          ))}
        </ul>
      )}
      {sending && (
        <SendDialog {...{ to, without, warning }} onSend={() => send()} onClose={() => setSending(false)} />
      )}
      {leaving && (
        <SignOutDialog
          contestId={contestId}
          member={leaving}
          onClose={() => setLeaving(undefined)}
          onSignedOut={() => setLeft(leaving)}
        />
      )}
      {choosing && (
        <AccountDialog
          contestId={contestId}
          {...choosing}
          onClose={() => setChoosing(undefined)}
          onInvite={invite}
        />
      )}
    </div>
  );
}

/** Whether a letter would help somebody in. */
const mayBeSent = (invitation: Invitation | undefined): boolean =>
  invitation !== undefined && ['none', 'invited', 'lapsed'].includes(invitation.state);

/** Whether a letter with the link of today went to the address of today. */
const isUnderWayTo = (
  email: string,
  state: Invitation['state'] | undefined,
  letter: InvitationLetter | undefined,
): boolean =>
  letter?.address === email &&
  (letter.state === 'waiting' || (letter.state === 'sent' && state === 'invited'));

interface MemberRowProps {
  readonly member: ContestMember;
  readonly invitation: Invitation | undefined;
  readonly timeZone: string;
  readonly busy: boolean;
  readonly letter: InvitationLetter | undefined;
  /** Where the house sends letters. */
  readonly onSend?: () => void;
  readonly onInvite: (wanted?: Wanted) => void;
  readonly onChoose: (invitation: Invitation) => void;
  readonly onSignOut: () => void;
}

function MemberRow(props: MemberRowProps) {
  const { member, invitation, timeZone, busy, letter, onSend, onInvite, onChoose, onSignOut } = props;
  const t = useContestText();
  const own = useInvitationsText();
  const state = invitation?.state;
  const mustChoose = state === 'choose' || invitation?.namesakes !== undefined;
  const act = (
    text: 'invite' | 'send-letter' | 'show-link' | 'new-link' | 'sign-out' | 'choose-account',
    onClick: () => void,
  ) => (
    <Button
      size="small"
      look="quiet"
      busy={busy && text !== 'sign-out'}
      aria-label={`${own(text)} ${member.name}`}
      onClick={onClick}
    >
      {own(text)}
    </Button>
  );
  return (
    <tr>
      <th scope="row">{member.name}</th>
      <td data-label={t('login')}>
        {invitation?.login ?? <span className={styles['soft']}>{t('no-login')}</span>}
      </td>
      <td data-label={own('way-in')}>
        {invitation && <InvitationState invitation={invitation} timeZone={timeZone} />}
        {letter && state !== 'signed-in' && <LetterState letter={letter} timeZone={timeZone} />}
      </td>
      <td>
        {mustChoose && act('choose-account', () => onChoose(invitation!))}
        {state === 'none' && !mustChoose && act('invite', () => onInvite())}
        {onSend &&
          member.email !== undefined &&
          mayBeSent(invitation) &&
          !mustChoose &&
          act('send-letter', onSend)}
        {state === 'invited' && act('show-link', () => onInvite())}
        {(state === 'invited' || state === 'lapsed' || state === 'signed-in') &&
          act('new-link', () => onInvite({ renew: true }))}
        {(state === 'invited' || state === 'signed-in') && act('sign-out', onSignOut)}
      </td>
    </tr>
  );
}

/** One invitation, to be shown from the screen to whoever stands beside it. */
function InvitationCard({ contest, link }: { readonly contest: Contest; readonly link: ShownLink }) {
  const own = useInvitationsText();
  const { moment } = useMoments(contest.timeZone);
  const { member, address, expiresAt } = link;
  return (
    <li className={styles['invitation']}>
      <div className={styles['qr']}>
        <QrCode text={address} label={own('qr-of', { name: member.name })} />
      </div>
      <div>
        <p className={styles['soft']}>{own('invitation')}</p>
        <h2>{member.name}</h2>
        <p className={styles['soft']}>{contest.title}</p>
        <p>{own('invitation-how', { moment: moment(expiresAt, 'date') })}</p>
        <p className={styles['address']}>{address}</p>
      </div>
    </li>
  );
}
