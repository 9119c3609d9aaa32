import type { AccountSummary } from '@open-ballot/shared/contract/accounts';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { useState } from 'react';
import { SaveDialog } from '../../forms/SaveDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useAdministration } from './administration-requests.ts';
import { useAdministrationText } from './administration-text.ts';

const { least } = bounds.password;

interface PasswordDialogProps {
  readonly account: AccountSummary;
  readonly onClose: () => void;
}

export function PasswordDialog({ account: { accountId, name }, onClose }: PasswordDialogProps) {
  const t = useAdministrationText();
  const { change } = useAdministration();
  const [password, setPassword] = useState('');
  return (
    <SaveDialog
      title={t('set-password-title', { name })}
      disabled={password.length < least}
      paths={['password']}
      onSave={() => change(accountId, { password })}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <p>{t('set-password-does')}</p>
          <TextField
            label={t('password')}
            hint={t('password-hint', { least })}
            // Read out or written down by whoever sets it: it has to be seen.
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={password}
            onText={setPassword}
            error={errorAt('password')}
          />
        </>
      )}
    </SaveDialog>
  );
}
