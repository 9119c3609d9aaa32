import { awardsPlaces } from '@open-ballot/shared/rules/kinds/registry';
import type { Question, Round } from '@open-ballot/shared/rules/session';
import { headingOf } from '../../live/question-state.ts';
import { useState } from 'react';
import { CommandDialog } from '../../acts/CommandDialog.tsx';
import { useAct } from '../../acts/use-act.ts';
import { useSession } from '../../live/use-session.ts';
import { capital } from '@open-ballot/shared/words/letters';
import { useDomainText } from '../../text/domain-text.ts';
import { useRoundText } from '../../text/outcome-text.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioCards, type ChoiceCard } from '../../ui/ChoiceCards.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useChairText } from './chair-text.ts';
import { OpenRound } from './OpenRound.tsx';

/** A tie that waits for a person (rule 7.2): the casting vote, or declining what is awaited. */
export function TieToBreak({ question, round }: { readonly question: Question; readonly round: Round }) {
  const t = useChairText();
  const session = useSession();
  const { headline, details } = useRoundText()(session, question, round);
  const awaiting = round.outcome?.awaiting;
  if (!awaiting) return null;
  return (
    <>
      <Notice tone="warn" title={t('tie', { question: headingOf(question) })}>
        <p>{headline}</p>
        {details.map((each) => (
          <p key={each}>{each}</p>
        ))}
        {awaiting === 'lot-by-hand' && <p>{t('lot-text')}</p>}
      </Notice>
      {awaiting === 'runoff' && <OpenRound questions={[question]} />}
      {awaiting === 'casting-vote' && <CastingVote question={question} round={round} />}
      <Decline round={round} awaiting={awaiting} />
    </>
  );
}

function CastingVote({ question, round }: { readonly question: Question; readonly round: Round }) {
  const t = useChairText();
  const domain = useDomainText();
  const { run, busy, problem } = useAct();
  const [value, setValue] = useState<string>();
  const onWording = !awardsPlaces(round.ballotKind);
  const cards: ChoiceCard<string>[] = onWording
    ? (['for', 'against'] as const).map((side) => ({ value: side, title: capital(domain(`side-${side}`)) }))
    : (round.outcome?.among ?? []).map((id) => ({
        value: id,
        title: question.nominees.find((each) => each.nomineeId === id)?.name ?? id,
      }));
  const { roundId } = round;
  const give = () => {
    if (value === undefined) return;
    const choice = onWording ? { choice: value as 'for' | 'against' } : { nomineeId: value };
    void run({ type: 'give-casting-vote', roundId, ...choice });
  };
  return (
    <>
      <RadioCards legend={t('casting-vote')} cards={cards} value={value} onValue={setValue} />
      <p>{t('casting-text')}</p>
      {problem && (
        <Notice tone="against" announce="alert">
          {problem}
        </Notice>
      )}
      <Button look="primary" wide disabled={value === undefined} busy={busy} onClick={give}>
        {t('casting-give')}
      </Button>
    </>
  );
}

function Decline({
  round: { roundId },
  awaiting,
}: {
  readonly round: Round;
  readonly awaiting: 'casting-vote' | 'lot-by-hand' | 'runoff';
}) {
  const t = useChairText();
  const domain = useDomainText();
  const [asking, setAsking] = useState(false);
  const rule = domain(`tie-${awaiting}`);
  return (
    <>
      <Button wide onClick={() => setAsking(true)}>
        {t('decline', { rule })}
      </Button>
      {asking && (
        <CommandDialog
          title={t('decline-title', { rule })}
          does={t('decline-text')}
          confirm={t('decline', { rule })}
          danger
          command={{ type: 'decline-tie-breaker', roundId }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
