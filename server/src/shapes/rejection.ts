import type { Invalid } from '@open-ballot/shared/contract/receipt';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { asksForTooMuch, type FieldError } from '@open-ballot/shared/rules/fault';
import { refuseFields, type Refused } from '@open-ballot/shared/rules/refusal';

const named = (faults: readonly FieldError[]): readonly FieldError[] => faults.slice(0, bounds.faults);

/** A request that only asks for too much is refused with the bound it met; any other fault makes it malformed. */
export const rejection = (faults: readonly FieldError[]): Invalid | Refused =>
  asksForTooMuch(faults) ? refuseFields('too-large', ...named(faults)) : invalid(faults);

export const invalid = (faults: readonly FieldError[]): Invalid => ({
  outcome: 'invalid',
  code: 'invalid',
  fields: named(faults),
});
