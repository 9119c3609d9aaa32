import { useState } from 'react';
import { useCommand } from '../../live/use-session.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { useProtocolText } from '../../text/protocol-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Progress.tsx';
import { TextField } from '../../ui/TextField.tsx';

const largestKb = 384;

/** A detached signature made elsewhere, kept beside the version it signs. */
export function AttachSignature({ version }: { readonly version: number }) {
  const t = useProtocolText();
  const problemText = useProblemText();
  const { submit, sending, receipt } = useCommand();
  const [tooLarge, setTooLarge] = useState(false);
  const attach = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    // Otherwise a browser would not notice the same file chosen again.
    input.value = '';
    const isTooLarge = file.size > largestKb * 1024;
    setTooLarge(isTooLarge);
    if (isTooLarge) return;
    const base64 = base64Of(new Uint8Array(await file.arrayBuffer()));
    await submit({ type: 'attach-signature', version, fileName: file.name, base64 });
  };
  return (
    <>
      <TextField
        label={t('attach')}
        type="file"
        accept=".sig,.p7s,.sgn"
        disabled={sending}
        error={tooLarge ? t('attach-too-large', { size: largestKb }) : undefined}
        onInput={(event) => void attach(event.currentTarget)}
      />
      {sending && <Spinner text={t('attaching')} />}
      {receipt && receipt.outcome !== 'recorded' && (
        <Notice tone="against" announce="alert">
          {problemText(receipt)}
        </Notice>
      )}
    </>
  );
}

const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
