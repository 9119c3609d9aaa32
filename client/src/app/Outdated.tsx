import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useAppText } from './app-text.ts';

/** The server speaks a newer version of the live messages than this page. */
export function Outdated() {
  const t = useAppText();
  return (
    <EmptyState
      wholePage
      title={t('outdated')}
      actions={
        <Button look="primary" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      }
    >
      {t('outdated-text')}
    </EmptyState>
  );
}
