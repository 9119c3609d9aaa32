import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../api/client.ts';
import { useSignInByLink } from '../../api/queries.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Spinner } from '../../ui/Progress.tsx';
import { afterSignIn } from './after-sign-in.ts';
import { useSignInText } from './sign-in-text.ts';

/** Redeems a one-time link `/l#token`. Messengers open links to preview them; only a real browser sends the POST. */
export default function LinkScreen() {
  const t = useSignInText();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const { mutate, error } = useSignInByLink();
  const [token] = useState(() => tokenOf(location.hash.slice(1)));
  // What no link of ours looks like is refused by its shape.
  const isCut = error instanceof ApiProblem && error.problem.code === 'invalid';
  const redeem = () =>
    mutate(token, { onSuccess: (me) => void navigate(afterSignIn(me, null), { replace: true }) });
  const redeemed = useRef(false);
  useEffect(() => {
    // Strict mode runs effects twice; the token works once.
    if (redeemed.current || token === '') return;
    redeemed.current = true;
    // Out of the address bar and the history, where the next person could find it.
    history.replaceState(history.state, '', '/l');
    redeem();
  });
  return (
    <Page title={t('link-title')} width="narrow">
      <PageHeader title={t('link-title')} />
      {token === '' || error ? (
        <Notice
          tone="against"
          announce="alert"
          actions={
            <>
              {token !== '' && !isCut && <Button onClick={redeem}>{t('retry')}</Button>}
              <ButtonLink to="/sign-in">{t('by-password')}</ButtonLink>
            </>
          }
        >
          {error && !isCut ? problemText(error, 'wrong-link') : t('link-missing')}
        </Notice>
      ) : (
        <Spinner text={t('link-working')} />
      )}
    </Page>
  );
}

/** A link that was cut or changed on its way is for the server to turn down, not for the page to break on. */
function tokenOf(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
