import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useMe } from '../api/queries.ts';
import { useContestText } from '../text/contest-text.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Progress.tsx';

/** Lets secretaries in and tells everybody else where they are. */
export function SecretaryOnly({ children }: { readonly children: ReactNode }) {
  const t = useContestText();
  const { data: me, isPending } = useMe();
  const { pathname } = useLocation();
  if (isPending) return <Spinner />;
  if (me?.roles.includes('secretary')) return children;
  return (
    <EmptyState
      title={t('secretary-only')}
      actions={
        <ButtonLink look="primary" to={`/sign-in?to=${encodeURIComponent(pathname)}`}>
          {t('sign-in')}
        </ButtonLink>
      }
    >
      {t('secretary-only-text')}
    </EmptyState>
  );
}
