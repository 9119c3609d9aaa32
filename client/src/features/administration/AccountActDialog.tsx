import type { AccountSummary } from '@open-ballot/shared/contract/accounts';
import { SaveDialog } from '../../forms/SaveDialog.tsx';
import { useAdministration, type FreshLink } from './administration-requests.ts';
import { useAdministrationText } from './administration-text.ts';

/** Acts that need a yes and nothing else. */
export type AccountAct = 'give-link' | 'sign-out' | 'disable' | 'enable';

interface AccountActDialogProps {
  readonly act: AccountAct;
  readonly account: AccountSummary;
  readonly onLink: (name: string, link: FreshLink) => void;
  readonly onClose: () => void;
}

export function AccountActDialog({
  act,
  account: { accountId, name },
  onLink,
  onClose,
}: AccountActDialogProps) {
  const t = useAdministrationText();
  const { change, giveLink, signOut } = useAdministration();
  const acts: Readonly<Record<AccountAct, () => Promise<void>>> = {
    'give-link': async () => onLink(name, await giveLink(accountId)),
    'sign-out': () => signOut(accountId),
    disable: () => change(accountId, { disabled: true }),
    enable: () => change(accountId, { disabled: false }),
  };
  return (
    <SaveDialog
      title={t(`${act}-title`, { name })}
      confirm={t(`${act}-do`)}
      danger={act === 'disable' || act === 'sign-out'}
      onSave={acts[act]}
      onClose={onClose}
    >
      {() => <p>{t(`${act}-does`)}</p>}
    </SaveDialog>
  );
}
