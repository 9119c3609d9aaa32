import { examineFile } from './examine-file.ts';

interface Asked {
  readonly file: File;
  readonly head: string | undefined;
}

addEventListener('message', ({ data: { file, head }, ports: [answer] }: MessageEvent<Asked>) => {
  void examineFile(file, head)
    .catch(() => ({ outcome: 'failed' }) as const)
    .then((examined) => answer?.postMessage(examined));
});
