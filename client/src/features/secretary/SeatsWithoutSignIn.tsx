import { useSession } from '../../live/use-session.ts';
import { useSignIns } from '../../api/queries.ts';
import { useSecretaryText } from './secretary-text.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Names told at once; of more the list of invitations tells. */
const namesTold = 10;

/** Before the opening: seats with a vote that nobody can sign in to, and that nobody has signed in to yet. */
export function SeatsWithoutSignIn() {
  const { sessionId, contestId, roll } = useSession();
  const t = useSecretaryText();
  const { data } = useSignIns(sessionId);
  const namesOf = (signIn: 'none' | 'not-yet'): string[] => {
    const meant = new Set(data?.items.filter((each) => each.signIn === signIn).map((each) => each.memberId));
    return roll.filter(({ memberId }) => meant.has(memberId)).map(({ name }) => name);
  };
  const told = (names: readonly string[]): string =>
    names.length > namesTold
      ? t('and-others', { names: names.slice(0, namesTold).join(', '), count: names.length - namesTold })
      : names.join(', ');
  const [without, notYet] = [namesOf('none'), namesOf('not-yet')];
  if (without.length + notYet.length === 0) return null;
  return (
    <Notice
      tone={without.length > 0 ? 'warn' : 'neutral'}
      actions={<ButtonLink to={`/contests/${contestId}?tab=invitations`}>{t('to-invitations')}</ButtonLink>}
    >
      {without.length > 0 && <p>{t('seats-without-sign-in', { names: told(without) })}</p>}
      {notYet.length > 0 && <p>{t('seats-not-yet', { names: told(notYet) })}</p>}
    </Notice>
  );
}
