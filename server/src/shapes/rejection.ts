import type { Invalid } from '@open-ballot/shared/contract/receipt';
import { refuse, type Refused } from '@open-ballot/shared/rules/refusal';
import type { Fault } from './shape.ts';

/** Enough to mend a form by; a request of thousands of mistakes needs no echo of all of them. */
const named = (faults: readonly Fault[]): readonly Fault[] => faults.slice(0, 100);

/** A request that only asks for too much is refused with the bound it met; any other fault makes it malformed. */
export function rejection(faults: readonly Fault[]): Invalid | Refused {
  const tooLarge = faults.every(({ bound }) => bound);
  return tooLarge
    ? refuse(
        'too-large',
        named(faults)
          .map(({ path, message }) => `${path} ${message}`)
          .join('; '),
      )
    : invalid(faults);
}

export const invalid = (faults: readonly Fault[]): Invalid => ({
  outcome: 'invalid',
  code: 'invalid',
  fields: named(faults).map(({ path, message }) => ({ path, message })),
});
