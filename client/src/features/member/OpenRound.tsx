import { sha256Hex } from '@open-ballot/shared/journal/chain';
import { nextRound } from '@open-ballot/shared/rules/rounds';
import { headingOf } from '../../live/question-state.ts';
import { isWrittenProcedure, type Question } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { useSession } from '../../live/use-session.ts';
import { momentOfLocal } from '../../text/local-moment.ts';
import { TextField } from '../../ui/TextField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useRest } from '../../ui/use-rest.ts';
import { useChairText } from './chair-text.ts';
import { CommandButton } from '../../acts/CommandButton.tsx';
import styles from './Member.module.css';

const minutesOffered = [1, 2, 3, 5, 10, 15, 30];

/** Opens the next round of a question. Which kind of round that is follows from the state (rule 4.4). */
export function OpenRound({ questions }: { readonly questions: readonly Question[] }) {
  const session = useSession();
  const t = useChairText();
  const [chosen, setChosen] = useState<string>();
  const [minutes, setMinutes] = useState('0');
  const [until, setUntil] = useState('');
  const possible = questions.flatMap((question) => {
    const round = nextRound(session, question, sha256Hex);
    return round ? [{ question, round }] : [];
  });
  const next = possible.find(({ question }) => question.questionId === chosen) ?? possible[0];
  const rests = useRest(next?.question.questionId ?? '', chosen);
  if (!next) return null;
  const seconds = Number(minutes) * 60;
  const isWritten = isWrittenProcedure(session);
  const closesAt = isWritten ? momentOfLocal(until, session.timeZone) : undefined;
  const nameOf = (question: Question) => `${session.questions.indexOf(question) + 1}. ${headingOf(question)}`;
  return (
    <>
      {questions.length === 1 && session.questions.length > 1 && (
        <p>
          {t('question')}: <b>{nameOf(next.question)}</b>
        </p>
      )}
      <div className={styles['acts']}>
        {questions.length > 1 && (
          <Select
            label={t('question')}
            value={next.question.questionId}
            onValue={setChosen}
            options={possible.map(({ question }) => ({ value: question.questionId, text: nameOf(question) }))}
          />
        )}
        {isWritten ? (
          <TextField
            label={t('until', { zone: session.timeZone })}
            hint={t('until-hint')}
            type="datetime-local"
            value={until}
            onText={setUntil}
          />
        ) : (
          <Select
            label={t('duration')}
            value={minutes}
            onValue={setMinutes}
            options={[
              { value: '0', text: t('no-limit') },
              ...minutesOffered.map((count) => ({ value: String(count), text: t('minutes', { count }) })),
            ]}
          />
        )}
      </div>
      <CommandButton
        key={next.question.questionId}
        look="primary"
        rests={rests}
        command={{
          type: 'open-round',
          questionId: next.question.questionId,
          ...(seconds > 0 && !isWritten && { seconds }),
          ...(closesAt !== undefined && { closesAt }),
        }}
      >
        {t(`open-${next.round.kind}`)}
      </CommandButton>
    </>
  );
}
