import { useContestText } from '../../text/contest-text.ts';
import { useFlawText } from '../../text/rule-editor-text.ts';
import type { Fault, Faults } from './session-faults.ts';

/** Words for what is wrong at a path: found here, or else said by the server. */
export type ErrorAt = (path: string) => string | undefined;

export function useFaultText(faults: Faults, tried: boolean, serverErrorAt: ErrorAt): ErrorAt {
  const t = useContestText();
  const flawText = useFlawText();
  const words = (fault: Fault): string => {
    if (fault.kind === 'flaw') return flawText(fault.flaw);
    return 'least' in fault ? t(`fault-${fault.kind}`, { least: fault.least }) : t(`fault-${fault.kind}`);
  };
  return (path) => {
    const fault = faults[path];
    return fault && (tried || fault.kind === 'flaw') ? words(fault) : serverErrorAt(path);
  };
}
