import { useRef, useState } from 'react';
import type { Checked } from './check-journal.ts';
import type { CheckText } from './check-in-worker.ts';

export const largestFileMb = 256;

export type VerifyState =
  | { readonly step: 'waiting' }
  | { readonly step: 'checking'; readonly name: string }
  | { readonly step: 'too-large'; readonly name: string; readonly size: number }
  | { readonly step: 'failed'; readonly name: string }
  | { readonly step: 'checked'; readonly name: string; readonly checked: Checked };

export interface VerificationControl {
  readonly state: VerifyState;
  /** Undefined: no head is known. */
  readonly check: (file: File, head: string | undefined) => Promise<void>;
  readonly restart: () => void;
}

export function useVerification(checkText: CheckText): VerificationControl {
  const [state, setState] = useState<VerifyState>({ step: 'waiting' });
  const latest = useRef<File>(undefined);
  return {
    state,
    check: async (file, head) => {
      latest.current = file;
      const { name } = file;
      const size = Math.ceil(file.size / 1024 / 1024);
      if (size > largestFileMb) return setState({ step: 'too-large', name, size });
      setState({ step: 'checking', name });
      const next = await file
        .text()
        .then((text) => checkText(text, head))
        .then((checked): VerifyState => ({ step: 'checked', name, checked }))
        .catch((): VerifyState => ({ step: 'failed', name }));
      // Somebody who drops a second file wants to hear of the second one.
      if (latest.current === file) setState(next);
    },
    restart: () => {
      latest.current = undefined;
      setState({ step: 'waiting' });
    },
  };
}
