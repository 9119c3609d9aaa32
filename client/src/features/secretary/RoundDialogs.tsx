import type { AnnulmentGround, Question, Round } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { useSession, useYou } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useRoundText } from '../../text/outcome-text.ts';
import { useSecretaryText } from './secretary-text.ts';
import { CheckboxCards, RadioCards } from '../../ui/ChoiceCards.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CommandDialog } from '../../acts/CommandDialog.tsx';

interface OfRound {
  readonly question: Question;
  readonly round: Round;
  readonly onClose: () => void;
}

/** The tied nominees in the order the lot drew them, with those who watched (rule 7.2). */
export function LotDialog({ question, round, onClose }: OfRound) {
  const t = useSecretaryText();
  const [drawn, setDrawn] = useState<readonly string[]>([]);
  const [witnesses, setWitnesses] = useState('');
  const among = round.outcome?.among ?? [];
  const isComplete = drawn.length > 0 && witnesses.trim() !== '';
  return (
    <CommandDialog
      title={t('lot-title')}
      confirm={t('lot-do')}
      wide
      command={
        isComplete
          ? { type: 'record-lot', roundId: round.roundId, nomineeIds: drawn, witnesses: witnesses.trim() }
          : undefined
      }
      onClose={onClose}
    >
      <CheckboxCards
        legend={t('lot-order')}
        values={drawn}
        onValues={setDrawn}
        cards={question.nominees
          .filter(({ nomineeId }) => among.includes(nomineeId))
          .map(({ nomineeId, name, region }) => ({
            value: nomineeId,
            title: drawn.includes(nomineeId)
              ? `${t('lot-drawn', { place: drawn.indexOf(nomineeId) + 1 })} · ${name}`
              : name,
            detail: region,
          }))}
      />
      <TextField
        label={t('lot-witnesses')}
        hint={t('lot-witnesses-hint')}
        value={witnesses}
        onText={setWitnesses}
        required
      />
    </CommandDialog>
  );
}

export function DeclineDialog({ round, onClose }: OfRound) {
  const t = useSecretaryText();
  const domain = useDomainText();
  const awaiting = round.outcome?.awaiting;
  return (
    <CommandDialog
      title={t('decline-title')}
      does={awaiting && t('decline-does', { rule: domain(`tie-${awaiting}`) })}
      confirm={t('decline-do')}
      danger
      command={{ type: 'decline-tie-breaker', roundId: round.roundId }}
      onClose={onClose}
    />
  );
}

const grounds: readonly AnnulmentGround[] = ['breach', 'miscount', 'decision'];

export function AnnulDialog({ round, onClose }: OfRound) {
  const t = useSecretaryText();
  const { secretary } = useYou();
  const [ground, setGround] = useState<AnnulmentGround>();
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={t('annul-title', { number: round.number })}
      does={t('annul-does', { who: t(secretary ? 'presiding-member' : 'the-secretary') })}
      confirm={t('annul-do')}
      danger
      command={
        ground && reason.trim()
          ? { type: 'annul-round', roundId: round.roundId, ground, reason: reason.trim() }
          : undefined
      }
      onClose={onClose}
    >
      <RadioCards
        legend={t('ground')}
        value={ground}
        onValue={setGround}
        cards={grounds.map((value) => ({ value, title: t(`ground-${value}`) }))}
      />
      <TextArea label={t('reason')} value={reason} onText={setReason} required />
    </CommandDialog>
  );
}

export function ConfirmAnnulmentDialog({ question, round, onClose }: OfRound) {
  const t = useSecretaryText();
  const session = useSession();
  const roundText = useRoundText();
  const { annulment } = round;
  return (
    <CommandDialog
      title={t('annul-confirm-title', { number: round.number })}
      does={t('annul-confirm-does', { outcome: roundText(session, question, round).headline })}
      confirm={t('annul-confirm-do')}
      danger
      command={{ type: 'confirm-annulment', roundId: round.roundId }}
      onClose={onClose}
    >
      {annulment && (
        <p>
          <b>{t(`ground-${annulment.ground}`)}.</b> {annulment.reason}
        </p>
      )}
    </CommandDialog>
  );
}
