import { useFaultText } from '../../text/fault-text.ts';
import type { ErrorAt } from './form-parts.ts';
import { isSaidAtOnce, type Faults } from './session-faults.ts';

/** Words for what the form finds at a path, or else the server. */
export function useErrorAt(faults: Faults, tried: boolean, serverErrorAt: ErrorAt): ErrorAt {
  const faultText = useFaultText();
  return (path) => {
    const found = faults[path];
    return found && (tried || isSaidAtOnce(path)) ? faultText(found) : serverErrorAt(path);
  };
}
