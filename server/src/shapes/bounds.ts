import { bounds as planBounds } from '@open-ballot/shared/rules/plan/check-plan';

/** Rules, "Bounds". Beyond them a request is refused as `too-large`, and the answer names the bound. */
export const bounds = {
  ...planBounds,
  /** Characters of base64 of a detached signature: 384 KiB, many times a whole chain of certificates. */
  signature: 524_288,
} as const;
