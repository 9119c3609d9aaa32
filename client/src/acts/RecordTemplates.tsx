import type { Receipt } from '@open-ballot/shared/contract/receipt';
import { gapsOf } from '@open-ballot/shared/protocol/gaps';
import { minutesTemplate } from '@open-ballot/shared/protocol/minutes-template';
import { questionOf, type Session } from '@open-ballot/shared/rules/session';
import { useRef, useState } from 'react';
import type { LiveSession } from '../live/live-session.ts';
import { useLiveSession, useSession, useYou } from '../live/use-session.ts';
import { useProblemText } from '../text/problem-text.ts';
import { defineTexts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

const useText = defineTexts('templates', {
  ru: {
    'record-all': 'Записать все шаблоны',
    recording: 'Записывается: {{done}} из {{count}}',
    recorded: 'Шаблоны записаны. Вопросов: {{done}}.',
    failed: 'Записано {{done}} из {{count}}. {{problem}}',
  },
  en: {
    'record-all': 'Record all templates',
    recording: 'Recording: {{done}} of {{count}}',
    recorded: 'The templates are recorded. Questions: {{done}}.',
    failed: 'Recorded {{done}} of {{count}}. {{problem}}',
  },
});

interface Run {
  /** Questions whose templates are recorded, of as many that lacked a text. */
  readonly done: number;
  readonly count: number;
  readonly ended: boolean;
  /** Why it stopped, in words. */
  readonly problem?: string;
}

/** The template of every text that the protocol lacks, recorded by one press. */
export function RecordTemplates() {
  const live = useLiveSession();
  const session = useSession();
  const { secretary } = useYou();
  const t = useText();
  const problemText = useProblemText();
  const [run, setRun] = useState<Run>();
  const status = useRef<HTMLParagraphElement>(null);
  const lacking = questionsLacking(session);
  const busy = run?.ended === false;
  const told = run && { done: run.done, count: run.count };
  if (!secretary || (lacking.length === 0 && !run)) return null;
  const record = async (button: HTMLElement) => {
    const count = lacking.length;
    let done = 0;
    setRun({ done, count, ended: false });
    for (const questionId of lacking) {
      const receipt = await recordTemplate(live, questionId);
      if (receipt?.outcome === 'recorded') setRun({ done: (done += 1), count, ended: false });
      else if (receipt && !isStale(receipt))
        return setRun({ done, count, ended: true, problem: problemText(receipt) });
    }
    // The button goes away with the last gap and cannot keep the focus; whoever is elsewhere by now stays there.
    if ([document.body, button].includes(document.activeElement as HTMLElement)) status.current?.focus();
    setRun({ done, count, ended: true });
  };
  return (
    <div>
      {(lacking.length > 0 || busy) && (
        <Button size="small" busy={busy} onClick={({ currentTarget }) => void record(currentTarget)}>
          {t('record-all')}
        </Button>
      )}
      {run?.problem !== undefined && (
        <Notice tone="against" announce="alert">
          {t('failed', { ...told, problem: run.problem })}
        </Notice>
      )}
      <p ref={status} role="status" tabIndex={-1}>
        {told && run.problem === undefined && t(run.ended ? 'recorded' : 'recording', told)}
      </p>
    </div>
  );
}

/** Somebody has just written there: their text stays, and it is no template any more. */
const isStale = (receipt: Receipt): boolean => receipt.outcome === 'refused' && receipt.code === 'stale';

/** The questions without a text that the protocol needs. */
const questionsLacking = (session: Session): readonly string[] => [
  ...new Set(gapsOf(session).map(({ questionId }) => questionId)),
];

/** Over what the journal has at this moment: nothing that somebody has written meanwhile is replaced (rule 13.2). */
async function recordTemplate(live: LiveSession, questionId: string): Promise<Receipt | undefined> {
  const { session } = live.getState();
  const question = session && questionOf(session, questionId);
  const fields = session ? gapsOf(session).filter((gap) => gap.questionId === questionId) : [];
  if (!question || fields.length === 0) return undefined;
  const template = minutesTemplate(session, question);
  const texts = Object.fromEntries(fields.map(({ field }) => [field, template[field]]));
  const edits = question.minutes?.position ?? null;
  return live.submit({ type: 'note-minutes', questionId, edits, ...texts });
}
