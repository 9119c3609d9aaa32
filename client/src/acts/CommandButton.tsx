import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import type { ReactNode } from 'react';
import { refusalOf } from '../live/preview.ts';
import { useCommand, useServerNow, useSession, useYou } from '../live/use-session.ts';
import { useProblemText } from '../text/problem-text.ts';
import { Button, type ButtonLook } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** A button that gives one command, says why the rules would refuse it now, and why they did. */
export function CommandButton({
  command,
  rests = false,
  children,
  ...look
}: ButtonLook & {
  readonly command: SessionCommand;
  /** Whether it has only just come to give this command (see `useRest`). */
  readonly rests?: boolean;
  readonly children: ReactNode;
}) {
  const session = useSession();
  const you = useYou();
  const now = useServerNow();
  const control = useCommand();
  const problemText = useProblemText();
  const refusal = refusalOf(session, command, you, now);
  const problem = control.receipt?.outcome === 'recorded' ? undefined : control.receipt;
  return (
    <div>
      <Button
        wide
        {...look}
        busy={control.sending || rests}
        disabled={refusal !== undefined}
        onClick={() => void control.submit(command)}
      >
        {children}
      </Button>
      {refusal && !control.sending && <Notice tone="warn">{problemText(refusal)}</Notice>}
      {problem && !refusal && (
        <Notice tone="against" announce="alert">
          {problemText(problem)}
        </Notice>
      )}
    </div>
  );
}
