import type { Contest } from '@open-ballot/shared/contract/http';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import styles from '../../forms/Forms.module.css';
import { KeptNotice } from '../../forms/KeptNotice.tsx';
import type { Draft } from '../../forms/use-draft.ts';
import { useSave } from '../../forms/use-save.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AgendaPart } from './AgendaPart.tsx';
import { useConveneText } from './convene-text.ts';
import { useEarlierWins } from './EarlierWinners.tsx';
import type { PartProps } from './form-parts.ts';
import { RollPart } from './RollPart.tsx';
import { RulesPart } from './rules/RulesPart.tsx';
import { faultsOf, isShown } from './session-faults.ts';
import type { SessionFields } from './session-form.ts';
import { SessionPart } from './SessionPart.tsx';
import { useErrorAt } from './use-error-at.ts';

interface SessionEditorProps {
  readonly contest: Contest;
  readonly draft: Draft<SessionFields>;
  /** What the button does. */
  readonly action: string;
  /** Resolves when the server has it. @param wonBefore entrants that won in closed sessions of the contest */
  readonly onSend: (fields: SessionFields, wonBefore: readonly string[]) => Promise<unknown>;
}

/** The plan of a session, to be convened or amended: the same fields, the same faults. */
export function SessionEditor({ contest, draft, action, onSend }: SessionEditorProps) {
  const t = useConveneText();
  const form = useRef<HTMLFormElement>(null);
  const { fields, setFields } = draft;
  const [tries, setTries] = useState(0);
  const { save, saving, problem, errorAt: serverErrorAt } = useSave(isShown);
  const wins = useEarlierWins(contest.contestId);
  const faults = faultsOf(contest, fields);
  const isFine = Object.keys(faults).length === 0;
  const errorAt = useErrorAt(faults, tries > 0, serverErrorAt);
  // The first field at fault is where the person goes on.
  useEffect(() => {
    if (tries === 0) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid], [data-fault]');
    for (let fold = first?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
      fold.open = true;
    first?.focus();
  }, [tries]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    const wonBefore = wins.map(({ entrantId }) => entrantId);
    const isSent = isFine && (await save(() => onSend(fields, wonBefore).then(() => true)));
    if (!isSent) setTries((count) => count + 1);
  };
  const part: PartProps = {
    contest,
    fields,
    onFields: (changes) => setFields((before) => ({ ...before, ...changes })),
    errorAt,
  };
  return (
    <form ref={form} className={styles['session']} noValidate onSubmit={(event) => void submit(event)}>
      <KeptNotice draft={draft}>{t('read-anew')}</KeptNotice>
      <SessionPart {...part} />
      <RollPart {...part} />
      <RulesPart {...part} />
      <AgendaPart {...part} wins={wins} />
      <div className={styles['submit']}>
        {tries > 0 && !isFine && (
          <Notice tone="against" announce="alert">
            {t('fix-first')}
          </Notice>
        )}
        {problem && (
          <Notice tone="against" announce="alert">
            {problem}
          </Notice>
        )}
        <div>
          <Button type="submit" look="primary" size="large" busy={saving}>
            {action}
          </Button>
        </div>
      </div>
    </form>
  );
}
