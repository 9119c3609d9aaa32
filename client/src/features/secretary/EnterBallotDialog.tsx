import {
  isPresent,
  isWrittenProcedure,
  type Ballot,
  type Question,
  type Round,
  type Seat,
  type Session,
} from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { ballotForms } from '../../ballot-forms/registry.ts';
import { useSession } from '../../live/use-session.ts';
import { useBallotSentence } from '../../text/ballot-sentence.ts';
import { useSecretaryText } from './secretary-text.ts';
import { RadioCards } from '../../ui/ChoiceCards.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { CommandDialog } from '../../acts/CommandDialog.tsx';

type Basis = 'by-hand' | 'written';

/** Whose ballot may be entered: by hand for who is present, in writing for anybody; never over the member's own (rule 8.5). */
export function seatsToEnterFor(session: Session, question: Question, round: Round, basis: Basis): Seat[] {
  const ballots = new Map(round.ballots.map((each) => [each.memberId, each]));
  const { changeUntilClose } = session.ruleSet;
  return session.roll.filter((seat) => {
    if (!seat.votes || question.recused.some((each) => each.memberId === seat.memberId)) return false;
    if (basis === 'by-hand' && !isPresent(seat)) return false;
    const counted = ballots.get(seat.memberId);
    return !counted || (counted.basis !== 'own' && changeUntilClose);
  });
}

/** Of a written procedure only ballots in writing are entered, where the rules take them (rule 1.8). */
export const mayEnterBallot = (session: Session): boolean =>
  !isWrittenProcedure(session) || session.ruleSet.absentee;

interface EnterBallotProps {
  readonly question: Question;
  readonly round: Round;
  readonly onClose: () => void;
}

/** A ballot for somebody without a device, on the same paper that members fill in themselves (rule 8.5). */
export function EnterBallotDialog({ question, round, onClose }: EnterBallotProps) {
  const session = useSession();
  const t = useSecretaryText();
  const sentence = useBallotSentence();
  const toast = useToast();
  const isWritten = isWrittenProcedure(session);
  const [basis, setBasis] = useState<Basis>(isWritten ? 'written' : 'by-hand');
  const [memberId, setMemberId] = useState('');
  const [document, setDocument] = useState('');
  const [ballot, setBallot] = useState<Ballot>();
  const seats = seatsToEnterFor(session, question, round, basis);
  const name = session.roll.find((seat) => seat.memberId === memberId)?.name ?? '';
  const { absentee, abstain } = session.ruleSet;
  // The entry of the last ballot may be shown before its receipt: whoever has chosen somebody stays with that.
  if (seats.length === 0 && !absentee && memberId === '')
    return (
      <Dialog open onClose={onClose} title={t('ballot-title')}>
        <p style={{ paddingBottom: 24 }}>{t('ballot-nobody')}</p>
      </Dialog>
    );
  const Form = ballotForms[round.ballotKind];
  const isComplete =
    memberId !== '' && ballot !== undefined && (basis === 'by-hand' || document.trim() !== '');
  return (
    <CommandDialog
      title={t('ballot-title')}
      does={t(`ballot-does-${basis}`)}
      confirm={t('ballot-do')}
      wide
      command={
        isComplete
          ? {
              type: 'enter-ballot',
              roundId: round.roundId,
              memberId,
              ballot,
              basis,
              ...(basis === 'written' && { document: document.trim() }),
            }
          : undefined
      }
      onClose={onClose}
      onRecorded={() => toast(t('ballot-recorded', { name }), 'for')}
    >
      {absentee && !isWritten && (
        <RadioCards
          legend={t('basis')}
          row
          value={basis}
          onValue={(next) => {
            setBasis(next);
            setMemberId('');
          }}
          cards={[
            { value: 'by-hand', title: t('basis-by-hand') },
            { value: 'written', title: t('basis-written') },
          ]}
        />
      )}
      <Select
        label={t('member')}
        placeholder={t('choose-member')}
        value={memberId}
        options={seats.map((seat) => ({ value: seat.memberId, text: seat.name }))}
        onValue={setMemberId}
      />
      {basis === 'written' && (
        <TextField label={t('ballot-document')} value={document} onText={setDocument} required />
      )}
      <Form
        question={question}
        round={round}
        draft={ballot}
        onDraft={setBallot}
        abstain={abstain}
        disabled={false}
      />
      {isComplete && (
        <p role="status">
          {t('will-be-recorded')} <b>{`${name}: ${sentence(ballot, question)}`}</b>
        </p>
      )}
    </CommandDialog>
  );
}
