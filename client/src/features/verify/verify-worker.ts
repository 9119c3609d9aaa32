import { checkJournal } from './check-journal.ts';

addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly text: string; readonly head: string | undefined }>) => {
    postMessage(checkJournal(data.text, data.head));
  },
);
