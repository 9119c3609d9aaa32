import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BareScreen } from './BareScreen.tsx';
import { useAppText } from './app-text.ts';

/** Catches what no screen expected and says that nothing recorded was lost. */
export class BrokenPage extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useAppText();
  return (
    <BareScreen>
      <EmptyState
        wholePage
        title={t('page-broke')}
        actions={
          <Button look="primary" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        }
      >
        {t('page-broke-text')}
      </EmptyState>
    </BareScreen>
  );
}
