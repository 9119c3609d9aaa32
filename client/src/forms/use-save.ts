import type { FieldError } from '@open-ballot/shared/contract/receipt';
import { flawSaid } from '@open-ballot/shared/rules/plan/flaws';
import { useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { useContestText } from '../text/contest-text.ts';
import { useProblemText } from '../text/problem-text.ts';
import { useFlawText } from '../text/rule-editor-text.ts';

export interface SaveControl {
  /** Resolves with what was saved, or undefined when it was not; why not stands in `problem` and `errorAt`. */
  readonly save: <Saved>(request: () => Promise<Saved>) => Promise<Saved | undefined>;
  readonly saving: boolean;
  /** In words; undefined while every fault has its field. */
  readonly problem: string | undefined;
  /** What the server says against the field at this path. */
  readonly errorAt: (path: string) => string | undefined;
}

const commonFaults = [
  { path: 'number', message: 'is the number of another session', text: 'number-taken' },
  { path: 'login', message: 'is taken', text: 'login-taken' },
  { path: 'accountLogin', message: 'belongs to nobody', text: 'login-unknown' },
  { path: '', message: 'must not be empty', text: 'required' },
] as const;

/** One form's way to the server. `paths` are the fields it shows: faults elsewhere are said above the form. */
export function useSave(paths: readonly string[] | ((path: string) => boolean)): SaveControl {
  const t = useContestText();
  const problemText = useProblemText();
  const flawText = useFlawText();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const fields = error instanceof ApiProblem ? (error.problem.fields ?? []) : [];
  /** The server speaks to clients, in English; what people commonly meet has words of its own. */
  const wordsFor = ({ path, message }: FieldError): string => {
    const flaw = flawSaid(message);
    if (flaw) return flawText(flaw);
    const known = commonFaults.find((each) => path.endsWith(each.path) && message.startsWith(each.message));
    return known ? t(known.text) : t('not-saved', { message });
  };
  const isShown = (path: string) => (typeof paths === 'function' ? paths(path) : paths.includes(path));
  const elsewhere = fields.filter(({ path }) => !isShown(path));
  return {
    save: async (request) => {
      setSaving(true);
      setError(undefined);
      try {
        return await request();
      } catch (caught) {
        setError(caught as Error);
        return undefined;
      } finally {
        setSaving(false);
      }
    },
    saving,
    problem: error && (fields.length === 0 || elsewhere.length > 0 ? problemText(error) : undefined),
    errorAt: (path) => {
      const fault = fields.find((each) => each.path === path);
      return fault && wordsFor(fault);
    },
  };
}
