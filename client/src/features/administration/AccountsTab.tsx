import type { AccountSummary } from '@open-ballot/shared/contract/accounts';
import type { Me } from '@open-ballot/shared/contract/http';
import { type Dispatch, type SetStateAction, useState } from 'react';
import { Loaded } from '../../forms/Loaded.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Table } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from '../../forms/Forms.module.css';
import { AccountActDialog, type AccountAct } from './AccountActDialog.tsx';
import { AccountDialog } from './AccountDialog.tsx';
import { useAccounts, type FreshLink } from './administration-requests.ts';
import { useAdministrationText } from './administration-text.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';

/** Rows shown at once: the largest roll has thousands. */
const shownAtOnce = 100;

type Doing =
  | { readonly what: 'create' }
  | { readonly what: 'edit' | 'set-password' | AccountAct; readonly account: AccountSummary }
  | { readonly what: 'link'; readonly name: string; readonly link: FreshLink };

export function AccountsTab({ me }: { readonly me: Me }) {
  const t = useAdministrationText();
  const accounts = useAccounts();
  const [sought, setSought] = useState('');
  const [doing, setDoing] = useState<Doing>();
  return (
    <div className={styles['parts']}>
      <div className={styles['part']}>
        <div className={styles['columns']}>
          <TextField label={t('search')} type="search" value={sought} onText={setSought} />
        </div>
        <div>
          <Button look="primary" onClick={() => setDoing({ what: 'create' })}>
            {t('new-account')}
          </Button>
        </div>
        <Loaded query={accounts}>
          {({ items }) => <Accounts accounts={items.filter(isSought(sought))} me={me} onDo={setDoing} />}
        </Loaded>
      </div>
      {doing && <AccountDialogs doing={doing} me={me} onDo={setDoing} />}
    </div>
  );
}

const isSought = (sought: string) => {
  const words = sought.toLocaleLowerCase().split(/\s+/);
  return ({ login, name }: AccountSummary): boolean => {
    const text = `${name} ${login}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
};

function Accounts({
  accounts,
  me,
  onDo,
}: {
  readonly accounts: readonly AccountSummary[];
  readonly me: Me;
  readonly onDo: (doing: Doing) => void;
}) {
  const t = useAdministrationText();
  if (accounts.length === 0) return <p role="status">{t('nobody-found')}</p>;
  return (
    <>
      <p role="status" className={styles['soft']}>
        {t('found', { count: accounts.length })}
        {accounts.length > shownAtOnce && `. ${t('only-first', { count: shownAtOnce })}`}
      </p>
      <Table caption={t('accounts')} captionHidden dense cards>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('roles')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.slice(0, shownAtOnce).map((account) => (
            <AccountRow key={account.accountId} account={account} me={me} onDo={onDo} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function AccountRow({
  account,
  me,
  onDo,
}: {
  readonly account: AccountSummary;
  readonly me: Me;
  readonly onDo: (doing: Doing) => void;
}) {
  const t = useAdministrationText();
  const { name, login, roles, disabled, rehearsalOnly, hasPassword, accountId } = account;
  const isOwn = accountId === me.accountId;
  const acts = [
    'edit',
    // The own one is changed with the old one, and nobody shuts themselves out.
    ...(isOwn ? [] : (['set-password', 'give-link', 'sign-out', disabled ? 'enable' : 'disable'] as const)),
  ] as const;
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{login}</small> {disabled && <Badge tone="against">{t('disabled')}</Badge>}{' '}
        {rehearsalOnly && <Badge tone="warn">{t('rehearsal-only')}</Badge>}{' '}
        {!hasPassword && <Badge>{t('no-password')}</Badge>} {isOwn && <Badge tone="accent">{t('you')}</Badge>}
      </th>
      <td data-label={t('roles')}>{roles.map((role) => t(`role-${role}`)).join(', ')}</td>
      <td>
        <div className={styles['rowActs']}>
          <Menu
            size="small"
            look="quiet"
            label={
              <>
                <span aria-hidden="true">{t('acts')}</span>
                <span className="visually-hidden">{t('acts-for', { name })}</span>
              </>
            }
            items={acts.map((what) => ({
              text: t(what),
              danger: what === 'disable',
              onSelect: () => onDo({ what, account }),
            }))}
          />
        </div>
      </td>
    </tr>
  );
}

function AccountDialogs({
  doing,
  me,
  onDo,
}: {
  readonly doing: Doing;
  readonly me: Me;
  readonly onDo: Dispatch<SetStateAction<Doing | undefined>>;
}) {
  // A dialog that ends in a link is followed by the one that shows it, which stays.
  const onClose = () => onDo((now) => (now === doing ? undefined : now));
  const onLink = (name: string, link: FreshLink) => onDo({ what: 'link', name, link });
  switch (doing.what) {
    case 'link':
      return <LinkDialog key="link" {...doing} onClose={onClose} />;
    case 'create':
      return <AccountDialog me={me} onLink={onLink} onClose={onClose} />;
    case 'edit':
      return <AccountDialog me={me} account={doing.account} onLink={onLink} onClose={onClose} />;
    case 'set-password':
      return <PasswordDialog account={doing.account} onClose={onClose} />;
    default:
      return <AccountActDialog act={doing.what} account={doing.account} onLink={onLink} onClose={onClose} />;
  }
}
