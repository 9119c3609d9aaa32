import { isPresent, isWrittenProcedure } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { freshCommandId } from '../../live/command-id.ts';
import { useSession } from '../../live/use-session.ts';
import { localOfMoment, momentOfLocal } from '../../text/local-moment.ts';
import { useMoments } from '../../text/moments.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CommandDialog } from '../../acts/CommandDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

interface Closable {
  readonly onClose: () => void;
}

export const AdjournDialog = ({ onClose }: Closable) => (
  <ReasonDialog
    about="adjourn"
    commandFor={(reason) => ({ type: 'adjourn-session', reason })}
    onClose={onClose}
  />
);

export const CancelDialog = ({ onClose }: Closable) => (
  <ReasonDialog
    about="cancel"
    danger
    commandFor={(reason) => ({ type: 'cancel-session', reason })}
    onClose={onClose}
  />
);

export function CloseSessionDialog({ onClose }: Closable) {
  const t = useSecretaryText();
  const { questions } = useSession();
  const undecided = questions.filter(({ result }) => result.status === 'undecided');
  return (
    <CommandDialog
      title={t('close-session-title')}
      does={t('close-session-does')}
      confirm={t('close-session-do')}
      command={{ type: 'close-session' }}
      danger
      onClose={onClose}
    >
      {undecided.length > 0 && (
        <Notice tone="warn">
          {t('close-session-undecided', { titles: undecided.map(({ title }) => `«${title}»`).join(', ') })}
        </Notice>
      )}
    </CommandDialog>
  );
}

export function PassChairDialog({ onClose }: Closable) {
  const t = useSecretaryText();
  const session = useSession();
  const { roll, presidingId } = session;
  // Before the opening nobody may have been marked yet.
  const needsPresence = !isWrittenProcedure(session) && (session.status === 'open' || roll.some(isPresent));
  const able = roll.filter((seat) => seat.memberId !== presidingId && (!needsPresence || isPresent(seat)));
  const deputies = able.filter(({ role }) => role === 'deputy-chair');
  const [memberId, setMemberId] = useState(deputies[0]?.memberId ?? '');
  return (
    <CommandDialog
      title={t('pass-chair-title')}
      does={t('pass-chair-does')}
      confirm={t('pass-chair-do')}
      command={memberId ? { type: 'pass-chair', memberId } : undefined}
      onClose={onClose}
    >
      <Select
        label={t('pass-chair-to')}
        placeholder={t('choose-member')}
        value={memberId}
        options={able.map((seat) => ({ value: seat.memberId, text: `${seat.name}, ${seat.post}` }))}
        onValue={setMemberId}
      />
    </CommandDialog>
  );
}

export function ExtendDeadlineDialog({ onClose }: Closable) {
  const t = useSecretaryText();
  const { deadline, timeZone } = useSession();
  const { moment: momentText } = useMoments(timeZone);
  const [local, setLocal] = useState(() => localOfMoment(deadline, timeZone));
  const [document, setDocument] = useState('');
  const moment = momentOfLocal(local, timeZone);
  const isComplete = moment !== undefined && moment !== deadline && document.trim() !== '';
  return (
    <CommandDialog
      title={t('deadline-title')}
      does={t('deadline-now', { moment: momentText(deadline, 'dateTime') })}
      confirm={t('deadline-do')}
      command={isComplete ? { type: 'extend-deadline', moment, document: document.trim() } : undefined}
      onClose={onClose}
    >
      <TextField
        label={t('deadline-new', { zone: timeZone })}
        type="datetime-local"
        value={local}
        onText={setLocal}
        required
      />
      <TextField
        label={t('deadline-document')}
        hint={t('deadline-document-hint')}
        value={document}
        onText={setDocument}
        required
      />
    </CommandDialog>
  );
}

export function AddMotionDialog({
  onClose,
  onAdded,
}: Closable & { readonly onAdded: (questionId: string) => void }) {
  const t = useSecretaryText();
  const [questionId] = useState(freshCommandId);
  const [title, setTitle] = useState('');
  const [wording, setWording] = useState('');
  const [reporter, setReporter] = useState('');
  const isComplete = title.trim() !== '' && wording.trim() !== '';
  return (
    <CommandDialog
      title={t('motion-title')}
      confirm={t('motion-do')}
      command={
        isComplete
          ? {
              type: 'add-question',
              question: {
                questionId,
                title: title.trim(),
                wording: wording.trim(),
                kind: 'motion',
                parameters: {},
                places: { kind: 'laureates', count: 1 },
                nominees: [],
                ...(reporter.trim() && { reporter: reporter.trim() }),
              },
            }
          : undefined
      }
      onClose={onClose}
      onRecorded={() => onAdded(questionId)}
    >
      <TextField
        label={t('motion-name')}
        hint={t('motion-name-hint')}
        value={title}
        onText={setTitle}
        required
      />
      <TextArea
        label={t('motion-wording')}
        hint={t('motion-wording-hint')}
        value={wording}
        onText={setWording}
        required
      />
      <TextField label={t('motion-reporter')} optional value={reporter} onText={setReporter} />
    </CommandDialog>
  );
}
