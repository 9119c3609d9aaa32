import type { InvitationLetter } from '@open-ballot/shared/contract/accounts';
import type { Contest, ContestMember } from '@open-ballot/shared/contract/http';
import { SaveDialog } from '../../../forms/SaveDialog.tsx';
import { useMoments } from '../../../text/moments.ts';
import { Fold } from '../../../ui/Fold.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import { useInvitationsText } from './invitations-text.ts';

/** What became of a letter, in a few words. */
function useLetterState(timeZone: string): (letter: InvitationLetter) => string {
  const t = useInvitationsText();
  const { moment } = useMoments(timeZone);
  return ({ state, result = '', queuedAt, triedAt = queuedAt }) => {
    if (state === 'waiting' && result !== '') return t('letter-retried', { result });
    return t(`letter-${state}`, { result, moment: moment(triedAt, 'dateTime') });
  };
}

interface LetterStateProps {
  readonly letter: InvitationLetter;
  readonly timeZone: string;
}

export function LetterState({ letter, timeZone }: LetterStateProps) {
  return <small>{useLetterState(timeZone)(letter)}</small>;
}

interface LettersProps {
  readonly letters: readonly InvitationLetter[];
  readonly contest: Contest;
}

/** Every letter that was ever sent with an invitation of this contest, the newest first. */
export function Letters({ letters, contest: { members, timeZone } }: LettersProps) {
  const t = useInvitationsText();
  const { moment } = useMoments(timeZone);
  const stateOf = useLetterState(timeZone);
  const nameOf = (id: string) => members.find(({ memberId }) => memberId === id)?.name;
  return (
    <Fold summary={t('letters', { count: letters.length })}>
      <Table caption={t('letters', { count: letters.length })} captionHidden dense>
        <thead>
          <tr>
            <th scope="col">{t('letter-when')}</th>
            <th scope="col">{t('letter-to')}</th>
            <th scope="col">{t('letter-became')}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter.letterId}>
              <td>{moment(letter.queuedAt, 'dateTime')}</td>
              <th scope="row">
                {nameOf(letter.memberId)}
                <small>{letter.address}</small>
              </th>
              <td>{stateOf(letter)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Fold>
  );
}

interface SendDialogProps {
  readonly to: readonly ContestMember[];
  /** Who awaits an invitation and has no address. */
  readonly without: readonly ContestMember[];
  /** Says that links lead to an address that only this computer finds. */
  readonly warning: string | undefined;
  readonly onSend: () => Promise<void>;
  readonly onClose: () => void;
}

/** Letters cannot be called back: how many they are is said before. */
export function SendDialog({ to, without, warning, onSend, onClose }: SendDialogProps) {
  const t = useInvitationsText();
  return (
    <SaveDialog
      title={t('send-all-title', { count: to.length })}
      confirm={t('send-do')}
      onSave={onSend}
      onClose={onClose}
    >
      {() => (
        <>
          <p>{t('send-all-does')}</p>
          {without.length > 0 && (
            <p>{t('send-all-without', { names: without.map(({ name }) => name).join(', ') })}</p>
          )}
          {warning !== undefined && <Notice tone="warn">{warning}</Notice>}
        </>
      )}
    </SaveDialog>
  );
}
