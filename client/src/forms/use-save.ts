import { useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { useFaultText } from '../text/fault-text.ts';
import { useProblemText } from '../text/problem-text.ts';
import { fieldOf } from './field-of.ts';

export interface SaveControl {
  /** Resolves with what was saved, or undefined when it was not; why not stands in `problem` and `errorAt`. */
  readonly save: <Saved>(request: () => Promise<Saved>) => Promise<Saved | undefined>;
  readonly saving: boolean;
  /** In words; undefined while every fault has its field. */
  readonly problem: string | undefined;
  /** What the server says against the field at this path. */
  readonly errorAt: (path: string) => string | undefined;
}

/** One form's way to the server. `paths` are the fields it shows: faults elsewhere are said above the form. */
export function useSave(paths: readonly string[] | ((path: string) => boolean)): SaveControl {
  const problemText = useProblemText();
  const faultText = useFaultText();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const fields = error instanceof ApiProblem ? (error.problem.fields ?? []) : [];
  const isShown = (path: string) => (typeof paths === 'function' ? paths(path) : paths.includes(path));
  const elsewhere = fields.filter(({ path }) => fieldOf(path, isShown) === undefined);
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
      const fault = fields.find((each) => fieldOf(each.path, isShown) === path);
      return fault && faultText(fault);
    },
  };
}
