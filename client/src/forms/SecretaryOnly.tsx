import type { ReactNode } from 'react';
import { useContestText } from '../text/contest-text.ts';
import { AdmittedOnly } from './AdmittedOnly.tsx';

export function SecretaryOnly({ children }: { readonly children: ReactNode }) {
  const t = useContestText();
  return (
    <AdmittedOnly role="secretary" title={t('secretary-only')} text={t('secretary-only-text')}>
      {() => children}
    </AdmittedOnly>
  );
}
