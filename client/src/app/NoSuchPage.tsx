import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BareScreen } from './BareScreen.tsx';
import { useAppText } from './app-text.ts';

export function NoSuchPage() {
  const t = useAppText();
  return (
    <BareScreen>
      <EmptyState
        wholePage
        title={t('no-such-page')}
        actions={<ButtonLink to="/">{t('to-start')}</ButtonLink>}
      >
        {t('no-such-page-text')}
      </EmptyState>
    </BareScreen>
  );
}
