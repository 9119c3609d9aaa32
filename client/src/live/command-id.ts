/** 128 fresh random bits in hex. Not crypto.randomUUID: it is missing on plain http, which is what a hall network often is. */
export const freshCommandId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
