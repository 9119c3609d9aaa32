import type { Invitation } from '@open-ballot/shared/contract/accounts';
import type { ContestMember } from '@open-ballot/shared/contract/http';
import { useState } from 'react';
import { useContestText } from '../../../text/contest-text.ts';
import { useInvitationsText } from './invitations-text.ts';
import { RadioCards } from '../../../ui/ChoiceCards.tsx';
import { SaveDialog } from '../../../forms/SaveDialog.tsx';
import { useContestRequests } from '../contest-requests.ts';
import type { Wanted } from './use-invitations.ts';

/** What is chosen where the member is to have an account of their own. */
const ofTheirOwn = '';

interface AccountDialogProps {
  readonly contestId: string;
  readonly member: ContestMember;
  readonly invitation: Invitation;
  readonly onClose: () => void;
  readonly onInvite: (wanted: Wanted) => Promise<void>;
}

/** Says whose an account is that may be somebody else's, and asks whether this is the same person. */
export function AccountDialog({ contestId, member, invitation, onClose, onInvite }: AccountDialogProps) {
  const t = useContestText();
  const own = useInvitationsText();
  const { change } = useContestRequests(contestId);
  const [login, setLogin] = useState(ofTheirOwn);
  const { memberId, name } = member;
  const { login: bound, accountName, namesakes = [] } = invitation;
  const accounts = bound && accountName ? [{ login: bound, name: accountName }] : namesakes;
  const choose = async () => {
    const account = accounts.find((each) => each.login === login);
    if (!account && bound) await change(`/members/${encodeURIComponent(memberId)}`, { accountLogin: null });
    await onInvite({ memberIds: [memberId], ...(account && { accounts: [{ memberId, ...account }] }) });
  };
  return (
    <SaveDialog
      title={own('choose-account-of', { name })}
      confirm={own('invite')}
      onClose={onClose}
      onSave={choose}
    >
      {() => (
        <>
          <p>{own('choose-account-text', { name })}</p>
          <RadioCards
            legend={t('login')}
            value={login}
            onValue={setLogin}
            cards={[
              { value: ofTheirOwn, title: own('own-account'), detail: own('own-account-text') },
              ...accounts.map((account) => ({
                value: account.login,
                title: account.name,
                detail: own('same-person', { login: account.login, name: account.name }),
              })),
            ]}
          />
        </>
      )}
    </SaveDialog>
  );
}
