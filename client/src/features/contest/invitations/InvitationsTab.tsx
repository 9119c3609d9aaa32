import type { Invitation } from '@open-ballot/shared/contract/accounts';
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
  const { rows, shown, invite, isUnderWay, problem, house } = useInvitations(contest);
  const [choosing, setChoosing] = useState<Chosen>();
  const [leaving, setLeaving] = useState<ContestMember>();
  const [left, setLeft] = useState<ContestMember>();
  const { contestId, members } = contest;
  if (members.length === 0) return <EmptyState title={t('no-members')}>{t('no-members-text')}</EmptyState>;
  const come = members.filter(({ memberId }) => rows?.get(memberId)?.state === 'signed-in').length;
  const open = members.filter(({ memberId }) => rows?.get(memberId)?.state === 'invited').length;
  return (
    <div className={styles['parts']}>
      <div className={styles['part']}>
        <p>{own('invitations-text')}</p>
        {house.isLoopback && (
          <Notice tone="warn">{own('loopback-address', { address: house.address })}</Notice>
        )}
        <div className={styles['links']}>
          <Button look="primary" busy={isUnderWay()} onClick={() => void invite({})}>
            {own('invite-all')}
          </Button>
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
        <Table caption={t('invitations')} captionHidden dense>
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
                onInvite={(wanted) => void invite({ memberIds: [member.memberId], ...wanted })}
                onChoose={(invitation) => setChoosing({ member, invitation })}
                onSignOut={() => setLeaving(member)}
              />
            ))}
          </tbody>
        </Table>
      </div>
      {shown.length > 0 && (
        <ul className={styles['invitations']}>
          {shown.map((link) => (
            <InvitationCard key={link.member.memberId} contest={contest} link={link} />
          ))}
        </ul>
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

interface MemberRowProps {
  readonly member: ContestMember;
  readonly invitation: Invitation | undefined;
  readonly timeZone: string;
  readonly busy: boolean;
  readonly onInvite: (wanted?: Wanted) => void;
  readonly onChoose: (invitation: Invitation) => void;
  readonly onSignOut: () => void;
}

function MemberRow({ member, invitation, timeZone, busy, onInvite, onChoose, onSignOut }: MemberRowProps) {
  const t = useContestText();
  const own = useInvitationsText();
  const state = invitation?.state;
  const mustChoose = state === 'choose' || invitation?.namesakes !== undefined;
  const act = (
    text: 'invite' | 'show-link' | 'new-link' | 'sign-out' | 'choose-account',
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
      <td>{invitation?.login ?? <span className={styles['soft']}>{t('no-login')}</span>}</td>
      <td>{invitation && <InvitationState invitation={invitation} timeZone={timeZone} />}</td>
      <td>
        {mustChoose && act('choose-account', () => onChoose(invitation!))}
        {state === 'none' && !mustChoose && act('invite', () => onInvite())}
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
