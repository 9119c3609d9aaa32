import type { Seat } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { useSecretaryText } from './secretary-text.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CommandDialog } from '../../acts/CommandDialog.tsx';

interface OfSeat {
  readonly seat: Seat;
  readonly onClose: () => void;
}

export function AbsenceDialog({ seat, onClose }: OfSeat) {
  const t = useSecretaryText();
  const [reason, setReason] = useState(seat.reason ?? '');
  return (
    <CommandDialog
      title={t('absence-title', { name: seat.name })}
      confirm={t('absence-do')}
      command={{
        type: 'mark-attendance',
        memberId: seat.memberId,
        attendance: 'absent',
        ...(reason.trim() && { reason: reason.trim() }),
      }}
      onClose={onClose}
    >
      <TextArea label={t('reason')} hint={t('reason-sealed')} optional value={reason} onText={setReason} />
    </CommandDialog>
  );
}

export function SubstituteDialog({ seat, onClose }: OfSeat) {
  const t = useSecretaryText();
  const [name, setName] = useState('');
  const [accountLogin, setLogin] = useState('');
  const [mandate, setMandate] = useState('');
  const isComplete = [name, accountLogin, mandate].every((each) => each.trim() !== '');
  return (
    <CommandDialog
      title={t('substitute-title', { name: seat.name })}
      does={t('substitute-does')}
      confirm={t('substitute-do')}
      command={
        isComplete
          ? {
              type: 'appoint-substitute',
              memberId: seat.memberId,
              name: name.trim(),
              accountLogin: accountLogin.trim(),
              mandate: mandate.trim(),
            }
          : undefined
      }
      onClose={onClose}
    >
      <TextField label={t('substitute-name')} value={name} onText={setName} required />
      <TextField
        label={t('substitute-login')}
        hint={t('substitute-login-hint')}
        value={accountLogin}
        onText={setLogin}
        autoCapitalize="none"
        required
      />
      <TextField label={t('substitute-mandate')} value={mandate} onText={setMandate} required />
    </CommandDialog>
  );
}
