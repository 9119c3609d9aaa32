import type { AccountRole } from '@open-ballot/shared/contract/accounts';
import type { Me } from '@open-ballot/shared/contract/http';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useMe } from '../api/queries.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { usePageText } from '../ui/page-text.ts';
import { Loaded } from './Loaded.tsx';

interface AdmittedOnlyProps {
  /** Without one: whoever is signed in. */
  readonly role?: AccountRole;
  /** What everybody else reads. */
  readonly title: string;
  readonly text: string;
  readonly children: (me: Me) => ReactNode;
}

/** Lets in whom the page is for and tells everybody else where they are. */
export function AdmittedOnly({ role, title, text, children }: AdmittedOnlyProps) {
  const page = usePageText();
  const me = useMe();
  const { pathname } = useLocation();
  return (
    <Loaded query={me}>
      {(data) =>
        data && (!role || data.roles.includes(role)) ? (
          children(data)
        ) : (
          <EmptyState
            title={title}
            actions={
              <ButtonLink look="primary" to={`/sign-in?to=${encodeURIComponent(pathname)}`}>
                {page('sign-in')}
              </ButtonLink>
            }
          >
            {text}
          </EmptyState>
        )
      }
    </Loaded>
  );
}
