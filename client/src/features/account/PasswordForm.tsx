import { bounds } from '@open-ballot/shared/rules/bounds';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { post } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { useSave } from '../../forms/use-save.ts';
import { useFaultText } from '../../text/fault-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import styles from '../../forms/Forms.module.css';
import { useAccountText } from './account-text.ts';

const { least } = bounds.password;
const empty = { oldPassword: '', newPassword: '', again: '' };
type Field = keyof typeof empty;

export function PasswordForm({ login }: { readonly login: string }) {
  const t = useAccountText();
  const faultText = useFaultText();
  const toast = useToast();
  const queries = useQueryClient();
  const [fields, setFields] = useState(empty);
  const [tried, setTried] = useState(false);
  const { save, saving, problem, errorAt } = useSave(['oldPassword', 'newPassword']);
  const { oldPassword, newPassword, again } = fields;
  const tooShort = newPassword.length < least && faultText({ code: 'too-short', parameters: { least } });
  const differ = newPassword !== again && t('differ');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (tooShort || differ || saving) return;
    const saved = await save(async () => {
      await post('/me/password', { newPassword, ...(oldPassword && { oldPassword }) });
      return true;
    });
    if (!saved) return;
    setFields(empty);
    setTried(false);
    toast(t('changed'), 'for');
    await queries.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const field = (name: Field, fault: string | false) => ({
    type: 'password',
    name,
    value: fields[name],
    onText: (text: string) => setFields({ ...fields, [name]: text }),
    error: (tried && fault) || errorAt(name),
  });
  return (
    <form className={styles['part']} noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('change-password')}</h2>
      {/* Shown, so that whatever keeps passwords knows whose this one is. */}
      <TextField label={t('login')} autoComplete="username" readOnly value={login} />
      <TextField
        label={t('old-password')}
        hint={t('old-password-hint')}
        autoComplete="current-password"
        {...field('oldPassword', false)}
      />
      <TextField
        label={t('new-password')}
        hint={t('new-password-hint', { least })}
        autoComplete="new-password"
        required
        {...field('newPassword', tooShort)}
      />
      <TextField label={t('again')} autoComplete="new-password" required {...field('again', differ)} />
      <p className={styles['soft']}>{t('does')}</p>
      {problem && (
        <Notice tone="against" announce="alert">
          {problem}
        </Notice>
      )}
      <div>
        <Button type="submit" look="primary" busy={saving}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
