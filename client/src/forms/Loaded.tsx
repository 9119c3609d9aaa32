import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useContestText } from '../text/contest-text.ts';
import { useProblemText } from '../text/problem-text.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Spinner } from '../ui/Progress.tsx';

/** What was asked of the server once it is there; until then that it comes, or why it does not. */
export function Loaded<Data>({
  query,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}) {
  const t = useContestText();
  const problemText = useProblemText();
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Spinner />;
  return (
    <Notice
      tone="against"
      announce="alert"
      actions={<Button onClick={() => void query.refetch()}>{t('retry')}</Button>}
    >
      {problemText(query.error)}
    </Notice>
  );
}
