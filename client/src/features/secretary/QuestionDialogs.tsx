import type { Question } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { useSession } from '../../live/use-session.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CommandDialog } from '../../acts/CommandDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

interface OfQuestion {
  readonly question: Question;
  readonly onClose: () => void;
}

export function RecusalDialog({ question, onClose }: OfQuestion) {
  const t = useSecretaryText();
  const { roll } = useSession();
  const recused = new Set(question.recused.map((each) => each.memberId));
  const [memberId, setMemberId] = useState('');
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const isComplete = memberId !== '' && reason.trim() !== '' && document.trim() !== '';
  return (
    <CommandDialog
      title={t('recusal-title')}
      does={t('recusal-does')}
      confirm={t('recusal-do')}
      command={
        isComplete
          ? {
              type: 'recuse',
              questionId: question.questionId,
              memberId,
              reason: reason.trim(),
              document: document.trim(),
            }
          : undefined
      }
      onClose={onClose}
    >
      <Select
        label={t('member')}
        placeholder={t('choose-member')}
        value={memberId}
        options={roll
          .filter((seat) => seat.votes && !recused.has(seat.memberId))
          .map((seat) => ({ value: seat.memberId, text: seat.name }))}
        onValue={setMemberId}
      />
      <TextArea label={t('reason')} hint={t('reason-sealed')} value={reason} onText={setReason} required />
      <TextField
        label={t('document')}
        hint={t('recusal-document-hint')}
        value={document}
        onText={setDocument}
        required
      />
    </CommandDialog>
  );
}

export function WithdrawDialog({ question, onClose }: OfQuestion) {
  const t = useSecretaryText();
  const [nomineeId, setNomineeId] = useState('');
  const [reason, setReason] = useState('');
  const isComplete = nomineeId !== '' && reason.trim() !== '';
  return (
    <CommandDialog
      title={t('withdraw-title')}
      does={t('withdraw-does')}
      confirm={t('withdraw-do')}
      danger
      command={
        isComplete
          ? { type: 'withdraw-nominee', questionId: question.questionId, nomineeId, reason: reason.trim() }
          : undefined
      }
      onClose={onClose}
    >
      <Select
        label={t('nominee')}
        placeholder={t('choose-nominee')}
        value={nomineeId}
        options={question.nominees
          .filter((each) => !each.withdrawn)
          .map((each) => ({
            value: each.nomineeId,
            text: [each.name, each.region].filter(Boolean).join(' · '),
          }))}
        onValue={setNomineeId}
      />
      <TextArea label={t('reason')} value={reason} onText={setReason} required />
    </CommandDialog>
  );
}

export const VoidDialog = ({ question: { questionId, title }, onClose }: OfQuestion) => (
  <ReasonDialog
    about="void"
    subject={title}
    danger
    commandFor={(reason) => ({ type: 'declare-void', questionId, reason })}
    onClose={onClose}
  />
);

export const DropDialog = ({ question: { questionId, title }, onClose }: OfQuestion) => (
  <ReasonDialog
    about="drop"
    subject={title}
    danger
    commandFor={(reason) => ({ type: 'drop-question', questionId, reason })}
    onClose={onClose}
  />
);
