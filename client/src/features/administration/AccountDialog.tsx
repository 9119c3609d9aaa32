import { accountRoles, type AccountRole, type AccountSummary } from '@open-ballot/shared/contract/accounts';
import type { Me } from '@open-ballot/shared/contract/http';
import { useState } from 'react';
import { SaveDialog } from '../../forms/SaveDialog.tsx';
import { Check } from '../../ui/Check.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from '../../forms/Forms.module.css';
import { useAdministration, type FreshLink } from './administration-requests.ts';
import { useAdministrationText } from './administration-text.ts';

interface AccountDialogProps {
  readonly me: Me;
  /** Absent: a new one, of a secretary unless other roles are chosen. */
  readonly account?: AccountSummary;
  readonly onLink: (name: string, link: FreshLink) => void;
  readonly onClose: () => void;
}

export function AccountDialog({ me, account, onLink, onClose }: AccountDialogProps) {
  const t = useAdministrationText();
  const { create, change } = useAdministration();
  const [name, setName] = useState(account?.name ?? '');
  const [login, setLogin] = useState('');
  const [roles, setRoles] = useState<readonly AccountRole[]>(account?.roles ?? ['secretary', 'member']);
  const isOwn = account?.accountId === me.accountId;
  const save = async (): Promise<void> => {
    const fields = { name: name.trim(), roles };
    if (account) await change(account.accountId, fields);
    else onLink(fields.name, await create({ ...fields, login: login.trim() }));
  };
  return (
    <SaveDialog
      title={account ? t('edit-title', { name: account.name }) : t('new-account')}
      {...(!account && { confirm: t('create') })}
      disabled={name.trim() === '' || (!account && login.trim() === '')}
      paths={['name', 'login']}
      onSave={save}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <TextField label={t('person')} required value={name} onText={setName} error={errorAt('name')} />
          {!account && (
            <TextField
              label={t('login')}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              required
              value={login}
              onText={setLogin}
              error={errorAt('login')}
            />
          )}
          <fieldset className={styles['roll']}>
            <legend>{t('roles')}</legend>
            {accountRoles
              .filter((role) => !(isOwn && role === 'administrator'))
              .map((role) => (
                <Check
                  key={role}
                  checked={roles.includes(role)}
                  onChecked={(checked) =>
                    setRoles(accountRoles.filter((each) => (each === role ? checked : roles.includes(each))))
                  }
                >
                  {t(`role-${role}`)}
                </Check>
              ))}
            {isOwn && <p className={styles['soft']}>{t('own-office')}</p>}
          </fieldset>
        </>
      )}
    </SaveDialog>
  );
}
