import type { ContestMember } from '@open-ballot/shared/contract/http';
import { useInvitationsText } from './invitations-text.ts';
import { useContestRequests } from '../contest-requests.ts';
import { SaveDialog } from '../../../forms/SaveDialog.tsx';

interface SignOutDialogProps {
  readonly contestId: string;
  readonly member: ContestMember;
  readonly onSignedOut: () => void;
  readonly onClose: () => void;
}

/** For a phone that was lost, or a sign-in left open on somebody else's computer. */
export function SignOutDialog({ contestId, member, onSignedOut, onClose }: SignOutDialogProps) {
  const t = useInvitationsText();
  const { create } = useContestRequests(contestId);
  const signOut = async (): Promise<void> => {
    await create<void>(`/invitations/${encodeURIComponent(member.memberId)}/sign-out`, {});
    onSignedOut();
  };
  return (
    <SaveDialog
      title={t('sign-out-title', { name: member.name })}
      confirm={t('sign-out-do')}
      danger
      onSave={signOut}
      onClose={onClose}
    >
      {() => <p>{t('sign-out-does')}</p>}
    </SaveDialog>
  );
}
