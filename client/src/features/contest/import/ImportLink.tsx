import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useImportText } from './import-text.ts';
import { ButtonLink } from '../../../ui/Button.tsx';

/** What a way back from an import says of itself. */
export const fromImport = { from: 'import' } as const;

/** Leads to the import of a tab, and has the focus again when one comes back from there. */
export function ImportLink({ tab }: { readonly tab: 'nominations' | 'members' }) {
  const t = useImportText();
  const { state } = useLocation() as { readonly state: unknown };
  const place = useRef<HTMLSpanElement>(null);
  const isBack = (state as Partial<typeof fromImport> | null)?.from === fromImport.from;
  useEffect(() => {
    if (isBack) place.current?.querySelector('a')?.focus();
  }, [isBack]);
  return (
    <span ref={place}>
      <ButtonLink to={`?tab=${tab}&import`}>{t('open')}</ButtonLink>
    </span>
  );
}
