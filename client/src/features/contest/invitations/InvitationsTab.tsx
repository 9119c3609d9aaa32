import type { Contest, ContestMember } from '@open-ballot/shared/contract/http';
import { useState } from 'react';
import { useContestText } from '../../../text/contest-text.ts';
import { useMoments } from '../../../text/moments.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Table } from '../../../ui/Table.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from '../../../forms/Forms.module.css';
import { QrCode } from './QrCode.tsx';
import { SaveDialog } from '../../../forms/SaveDialog.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';
import { loginFor, useInvitations, type Invitation } from './use-invitations.ts';

export function InvitationsTab({ contest }: { readonly contest: Contest }) {
  const t = useContestText();
  const { invitations, invite, inviteAll, isUnderWay, progress, problem } = useInvitations(contest);
  const [asking, setAsking] = useState(false);
  const [naming, setNaming] = useState<ContestMember>();
  const [leaving, setLeaving] = useState<ContestMember>();
  const [left, setLeft] = useState<ContestMember>();
  const { members } = contest;
  if (members.length === 0) return <EmptyState title={t('no-members')}>{t('no-members-text')}</EmptyState>;
  return (
    <div className={styles['parts']}>
      <div className={`${styles['part']} no-print`}>
        <p>{t('invitations-text')}</p>
        <div className={styles['links']}>
          <Button look="primary" busy={progress !== undefined} onClick={() => setAsking(true)}>
            {t('invite-all')}
          </Button>
          {invitations.length > 0 && (
            <Button onClick={() => print()}>{t('print-invitations', { count: invitations.length })}</Button>
          )}
        </div>
        {progress && <Progress label={t('inviting')} value={progress.done} max={progress.of} />}
        {problem && (
          <Notice tone="against" announce="alert">
            {t('invitation-failed', problem)}
          </Notice>
        )}
        {left && (
          <Notice tone="for" announce="status">
            {t('signed-out', { name: left.name })}
          </Notice>
        )}
        <MembersTable
          members={members}
          isUnderWay={isUnderWay}
          onSignOut={setLeaving}
          onInvite={(member) =>
            member.accountLogin ? void invite(member, member.accountLogin) : setNaming(member)
          }
        />
      </div>
      {invitations.length > 0 && (
        <ul className={styles['invitations']}>
          {invitations.map((invitation) => (
            <InvitationCard key={invitation.member.memberId} contest={contest} invitation={invitation} />
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('invite-all-title')}
        confirm={t('invite-all')}
        onConfirm={() => {
          setAsking(false);
          void inviteAll();
        }}
      >
        <p>{t('invite-all-does')}</p>
      </ConfirmDialog>
      {leaving && (
        <SignOutDialog
          member={leaving}
          onClose={() => setLeaving(undefined)}
          onSignedOut={() => setLeft(leaving)}
        />
      )}
      {naming && (
        <LoginDialog
          member={naming}
          suggested={loginFor(naming, members)}
          onClose={() => setNaming(undefined)}
          onLogin={(login) => invite(naming, login)}
        />
      )}
    </div>
  );
}

interface MembersTableProps {
  readonly members: readonly ContestMember[];
  readonly isUnderWay: (member: ContestMember) => boolean;
  readonly onInvite: (member: ContestMember) => void;
  readonly onSignOut: (member: ContestMember) => void;
}

function MembersTable({ members, isUnderWay, onInvite, onSignOut }: MembersTableProps) {
  const t = useContestText();
  return (
    <Table caption={t('invitations')} captionHidden dense>
      <thead>
        <tr>
          <th scope="col">{t('member')}</th>
          <th scope="col">{t('login')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.memberId}>
            <th scope="row">{member.name}</th>
            <td>{member.accountLogin ?? <span className={styles['soft']}>{t('no-login')}</span>}</td>
            <td>
              <Button
                size="small"
                look="quiet"
                busy={isUnderWay(member)}
                aria-label={`${t(member.accountLogin ? 'new-link' : 'create-account')}: ${member.name}`}
                onClick={() => onInvite(member)}
              >
                {t(member.accountLogin ? 'new-link' : 'create-account')}
              </Button>
              {member.accountLogin && (
                <Button
                  size="small"
                  look="quiet"
                  aria-label={`${t('sign-out')} ${member.name}`}
                  onClick={() => onSignOut(member)}
                >
                  {t('sign-out')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

interface LoginDialogProps {
  readonly member: ContestMember;
  readonly suggested: string;
  readonly onClose: () => void;
  readonly onLogin: (login: string) => Promise<void>;
}

function LoginDialog({ member, suggested, onClose, onLogin }: LoginDialogProps) {
  const t = useContestText();
  const [login, setLogin] = useState(suggested);
  const isFine = /^[\p{L}\p{N}._@+-]{1,64}$/u.test(login);
  return (
    <SaveDialog
      title={member.name}
      confirm={t('create-account')}
      disabled={!isFine}
      onClose={onClose}
      onSave={() => onLogin(login)}
    >
      {() => (
        <TextField
          label={t('login')}
          hint={t('suggested-login')}
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onText={setLogin}
          error={isFine ? undefined : t('bad-login')}
        />
      )}
    </SaveDialog>
  );
}

/** One invitation, as it is cut from the printed page. */
function InvitationCard({
  contest,
  invitation,
}: {
  readonly contest: Contest;
  readonly invitation: Invitation;
}) {
  const t = useContestText();
  const { moment } = useMoments(contest.timeZone);
  const { member, login, address, expiresAt } = invitation;
  return (
    <li className={styles['invitation']}>
      <div className={styles['qr']}>
        <QrCode text={address} label={t('qr-of', { name: member.name })} />
      </div>
      <div>
        <p className={styles['soft']}>{t('invitation')}</p>
        <h2>{member.name}</h2>
        <p className={styles['soft']}>{contest.title}</p>
        <p>{t('invitation-how', { moment: moment(expiresAt, 'date') })}</p>
        <p>
          {t('login')}: <b>{login}</b>
        </p>
        <p className={styles['address']}>{address}</p>
      </div>
    </li>
  );
}
