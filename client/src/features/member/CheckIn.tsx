import {
  isOver,
  isPresent,
  isWrittenProcedure,
  type Seat,
  type SessionForm,
} from '@open-ballot/shared/rules/session';
import { useAct } from '../../acts/use-act.ts';
import { refusalOf } from '../../live/preview.ts';
import { useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useMemberText } from './member-text.ts';

const ways: Readonly<Record<SessionForm, readonly ('in-person' | 'remote')[]>> = {
  'in-person': ['in-person'],
  videoconference: ['remote'],
  mixed: ['in-person', 'remote'],
  correspondence: [],
};

/** Own arrival, where the rules let a member mark it (rule 2.1); otherwise whom to wait for. */
export function CheckIn({ seat }: { readonly seat: Seat }) {
  const session = useSession();
  const you = useYou();
  const now = useServerNow();
  const { run, busy, problem } = useAct();
  const t = useMemberText();
  if (isPresent(seat) || !seat.votes || isOver(session) || isWrittenProcedure(session)) return null;
  const possible = ways[session.form].filter(
    (attendance) => refusalOf(session, { type: 'check-in', attendance }, you, now) === undefined,
  );
  if (possible.length === 0)
    return (
      <Notice tone="warn" title={t('wait-for-secretary')}>
        {t('wait-for-secretary-text')}
      </Notice>
    );
  return (
    <Notice
      tone="accent"
      title={t('check-in-title')}
      actions={possible.map((attendance, index) => (
        <Button
          key={attendance}
          look={index === 0 ? 'primary' : 'secondary'}
          busy={busy}
          onClick={() => void run({ type: 'check-in', attendance })}
        >
          {t(attendance === 'remote' ? 'check-in-remote' : 'check-in-person')}
        </Button>
      ))}
    >
      {t('check-in-text')}
      {problem && <p role="alert">{problem}</p>}
    </Notice>
  );
}
