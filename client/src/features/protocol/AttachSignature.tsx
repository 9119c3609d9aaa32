import { useState } from 'react';
import { useCommand } from '../../live/use-session.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { useProtocolText } from './protocol-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Progress.tsx';
import { TextField } from '../../ui/TextField.tsx';

const largestKb = 384;

/** A detached signature made elsewhere, kept beside the version it signs. */
export function AttachSignature({ version }: { readonly version: number }) {
  const t = useProtocolText();
  const problemText = useProblemText();
  const { submit, sending, receipt } = useCommand();
  const [wrongSize, setWrongSize] = useState<'attach-empty' | 'attach-too-large'>();
  const attach = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    // Otherwise a browser would not notice the same file chosen again.
    input.value = '';
    const isTooLarge = file.size > largestKb * 1024;
    setWrongSize(isTooLarge ? 'attach-too-large' : file.size === 0 ? 'attach-empty' : undefined);
    if (isTooLarge || file.size === 0) return;
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
        error={wrongSize && t(wrongSize, { size: largestKb })}
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
