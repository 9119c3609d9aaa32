import { useCallback, useEffect, useRef, useState } from 'react';

export interface Draft<Fields> {
  readonly fields: Fields;
  readonly setFields: (next: (before: Fields) => Fields) => void;
  /** UTC moment at which the fields that were found here had last been typed in; undefined for a fresh form. */
  readonly keptAt: string | undefined;
  /** Begins anew: what was kept is gone. */
  readonly begin: () => void;
  /** The server has it: nothing is kept any more. */
  readonly sent: () => void;
}

interface Kept<Fields> {
  readonly at: string;
  readonly fields: Fields;
}

/** Writing out a large agenda at every letter would be felt. */
const writeAfterMs = 400;

/**
 * The fields of a long form, kept in this browser as they are typed: a link pressed, a tab closed or a lost sign-in
 * costs nothing. A browser that keeps nothing still has a form.
 * @param key of this form, this person and this edition of the fields
 * @param fresh the fields to begin with
 * @param caughtUp what was kept, brought up to date with what has changed meanwhile
 */
export function useDraft<Fields>(
  key: string,
  fresh: () => Fields,
  caughtUp: (kept: Fields) => Fields = (kept) => kept,
): Draft<Fields> {
  const [found] = useState(() => readKept<Fields>(key));
  const [keptAt, setKeptAt] = useState(found?.at);
  const [fields, set] = useState<Fields>(() => (found ? caughtUp(found.fields) : fresh()));
  const unwritten = useRef<Kept<Fields>>(undefined);
  const write = useCallback(() => {
    if (unwritten.current) keep(key, JSON.stringify(unwritten.current));
    unwritten.current = undefined;
  }, [key]);
  useEffect(() => {
    const timer = setTimeout(write, writeAfterMs);
    return () => clearTimeout(timer);
  }, [fields, write]);
  useEffect(() => {
    window.addEventListener('pagehide', write);
    return () => {
      window.removeEventListener('pagehide', write);
      write();
    };
  }, [write]);
  const setFields = useCallback((next: (before: Fields) => Fields) => {
    set((before) => {
      const after = next(before);
      unwritten.current = { at: new Date().toISOString(), fields: after };
      return after;
    });
  }, []);
  const sent = useCallback(() => {
    unwritten.current = undefined;
    keep(key, undefined);
  }, [key]);
  return {
    fields,
    setFields,
    keptAt,
    sent,
    begin: () => {
      sent();
      setKeptAt(undefined);
      set(fresh());
    },
  };
}

function readKept<Fields>(key: string): Kept<Fields> | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<Fields> | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A full or forbidden storage: the form goes on without.
  }
}
