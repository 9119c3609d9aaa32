import type { ContestMember } from '@open-ballot/shared/contract/http';
import { useContestText } from '../../../text/contest-text.ts';
import { accountOf, signOutEverywhere } from '../contest-requests.ts';
import { SaveDialog } from '../../../forms/SaveDialog.tsx';

interface SignOutDialogProps {
  readonly member: ContestMember;
  readonly onSignedOut: () => void;
  readonly onClose: () => void;
}

/** For a phone that was lost, or a sign-in left open on somebody else's computer. */
export function SignOutDialog({ member, onSignedOut, onClose }: SignOutDialogProps) {
  const t = useContestText();
  const signOut = async (): Promise<void> => {
    const account = await accountOf(member.accountLogin ?? '');
    if (account) await signOutEverywhere(account.accountId);
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
