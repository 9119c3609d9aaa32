import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { useState } from 'react';
import { CommandDialog } from '../../acts/CommandDialog.tsx';
import { useSecretaryText } from './secretary-text.ts';
import { TextArea } from '../../ui/TextArea.tsx';

/** What needs nothing but a reason: its words are `<about>-title`, `-does` and `-do`. */
export function ReasonDialog({
  about,
  subject,
  danger = false,
  commandFor,
  onClose,
}: {
  readonly about: 'adjourn' | 'cancel' | 'void' | 'drop';
  /** The question that it is about, by its title. */
  readonly subject?: string;
  readonly danger?: boolean;
  readonly commandFor: (reason: string) => SessionCommand;
  readonly onClose: () => void;
}) {
  const t = useSecretaryText();
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={t(`${about}-title`)}
      does={t(`${about}-does`)}
      confirm={t(`${about}-do`)}
      danger={danger}
      command={reason.trim() ? commandFor(reason.trim()) : undefined}
      onClose={onClose}
    >
      {subject !== undefined && (
        <p>
          <b>{subject}</b>
        </p>
      )}
      <TextArea label={t('reason')} value={reason} onText={setReason} required />
    </CommandDialog>
  );
}
