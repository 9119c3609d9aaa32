import type { ReactNode } from 'react';
import { useLocation, useParams } from 'react-router';
import { LiveGate } from '../live/LiveGate.tsx';
import { useProblemText } from '../text/problem-text.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Progress.tsx';
import { BareScreen } from './BareScreen.tsx';
import { useAppText } from './app-text.ts';
import { Outdated } from './Outdated.tsx';

/** A screen over the live session that `:id` in the address names. */
export function LiveScreen({ children }: { readonly children: ReactNode }) {
  const { id = '' } = useParams();
  const { pathname } = useLocation();
  const t = useAppText();
  const problemText = useProblemText();
  return (
    <LiveGate
      sessionId={id}
      waiting={(connection) => (
        <BareScreen>
          {connection === 'outdated' ? (
            <Outdated />
          ) : (
            <Spinner text={t(connection === 'offline' ? 'server-away' : 'connecting-to-session')} />
          )}
        </BareScreen>
      )}
      denied={(why) => (
        <BareScreen>
          <EmptyState
            wholePage
            title={t('cannot-watch')}
            actions={
              <>
                <ButtonLink look="primary" to={`/sign-in?to=${encodeURIComponent(pathname)}`}>
                  {t('sign-in')}
                </ButtonLink>
                <ButtonLink to="/">{t('to-start')}</ButtonLink>
              </>
            }
          >
            {'code' in why && why.code === 'not-found' ? t('no-such-session') : problemText(why)}
          </EmptyState>
        </BareScreen>
      )}
    >
      {children}
    </LiveGate>
  );
}
