import type { IssuedProtocol } from '@open-ballot/shared/rules/session';

export type IssuedFile =
  | { readonly kind: 'protocol'; readonly version: number; readonly format: string }
  | { readonly kind: 'signature'; readonly version: number; readonly fileName: string };

/** Everything that was recorded under a digest. A roll call without changes is the same file in several versions. */
export const issuedAs = (protocols: readonly IssuedProtocol[], sha256: string): IssuedFile[] =>
  protocols.flatMap(({ version, files, attachments }) => [
    ...Object.entries(files)
      .filter(([, recorded]) => recorded === sha256)
      .map(([format]): IssuedFile => ({ kind: 'protocol', version, format })),
    ...attachments
      .filter((attachment) => attachment.sha256 === sha256)
      .map(({ fileName }): IssuedFile => ({ kind: 'signature', version, fileName })),
  ]);
