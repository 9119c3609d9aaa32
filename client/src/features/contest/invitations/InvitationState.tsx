import type { Invitation } from '@open-ballot/shared/contract/accounts';
import { useInvitationsText } from './invitations-text.ts';
import { useMoments } from '../../../text/moments.ts';
import { Badge } from '../../../ui/Badge.tsx';
import styles from '../../../forms/Forms.module.css';

const tones = {
  none: 'neutral',
  invited: 'warn',
  'signed-in': 'for',
  lapsed: 'warn',
  'own-sign-in': 'neutral',
  choose: 'against',
  disabled: 'against',
} as const;

/** Whether a member has come in, and what became of the link until then. */
export function InvitationState({
  invitation,
  timeZone,
}: {
  readonly invitation: Invitation;
  readonly timeZone: string;
}) {
  const t = useInvitationsText();
  const { moment } = useMoments(timeZone);
  const { state, shownAt, signedInAt, accountName = '' } = invitation;
  const note =
    state === 'choose'
      ? t('account-of', { name: accountName })
      : state === 'invited' && shownAt
        ? t('link-shown', { moment: moment(shownAt, 'dateTime') })
        : signedInAt
          ? t('last-sign-in', { moment: moment(signedInAt, 'dateTime') })
          : undefined;
  return (
    <>
      <Badge tone={tones[state]}>{t(`invitation-${state}`)}</Badge>
      {note && <small className={styles['soft']}> {note}</small>}
    </>
  );
}
