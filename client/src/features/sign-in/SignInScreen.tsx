import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useSignIn } from '../../api/queries.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { afterSignIn } from './after-sign-in.ts';
import styles from './SignIn.module.css';
import { useSignInText } from './sign-in-text.ts';

export default function SignInScreen() {
  const t = useSignInText();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(
      { login: login.trim(), password },
      { onSuccess: (me) => void navigate(afterSignIn(me, parameters.get('to'))) },
    );
  };
  return (
    <Page title={t('title')} width="narrow">
      <PageHeader title={t('title')}>{t('lead')}</PageHeader>
      <form className={styles['form']} onSubmit={submit}>
        {signIn.error && (
          <Notice tone="against" announce="alert">
            {problemText(signIn.error, 'wrong-password')}
          </Notice>
        )}
        <TextField
          label={t('login')}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onText={setLogin}
        />
        <TextField
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onText={setPassword}
        />
        <Button look="primary" size="large" type="submit" busy={signIn.isPending}>
          {t('submit')}
        </Button>
      </form>
    </Page>
  );
}
