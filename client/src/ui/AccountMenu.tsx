import { useLocation, useNavigate } from 'react-router';
import { useMe, useSignOut } from '../api/queries.ts';
import { ButtonLink } from './Button.tsx';
import { Menu } from './Menu.tsx';
import { usePageText } from './page-text.ts';

/** Who is signed in and the way out, or the way in. */
export function AccountMenu() {
  const t = usePageText();
  const { data: me, isPending } = useMe();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  if (isPending) return null;
  if (!me)
    return (
      <ButtonLink size="small" to={`/sign-in?to=${encodeURIComponent(pathname)}`}>
        {t('sign-in')}
      </ButtonLink>
    );
  return (
    <Menu
      size="small"
      label={me.name}
      items={[
        ...(me.roles.includes('secretary')
          ? [{ text: t('contests'), onSelect: () => void navigate('/contests') }]
          : []),
        ...(me.roles.includes('administrator')
          ? [{ text: t('administration'), onSelect: () => void navigate('/administration') }]
          : []),
        { text: t('account'), onSelect: () => void navigate('/account') },
        { text: t('start'), onSelect: () => void navigate('/') },
        {
          text: t('sign-out'),
          onSelect: () => signOut.mutate(undefined, { onSuccess: () => void navigate('/') }),
        },
      ]}
    />
  );
}
