import { useEffect, useState } from 'react';

/** Longer than the two presses of a double click, shorter than reading what the button says now. */
const restMs = 600;

/**
 * Whether a button that does another thing than a moment ago should not be pressed yet: who presses it now meant
 * what stood there before, be it the second half of a double press or a press that a message from the server
 * overtook. The button shows it by being busy.
 * @param does what a press would do, as a text
 * @param turnedTo what the person chose elsewhere on the screen: after a choice of their own there is no rest
 */
export function useRest(does: string, turnedTo: string | undefined): boolean {
  const [known, setKnown] = useState({ does, turnedTo });
  const isOther = known.does !== does;
  const isOwnChoice = known.turnedTo !== turnedTo;
  if (isOwnChoice) setKnown({ does, turnedTo });
  useEffect(() => {
    if (!isOther) return;
    const timer = setTimeout(() => setKnown({ does, turnedTo }), restMs);
    return () => clearTimeout(timer);
  }, [isOther, does, turnedTo]);
  return isOther && !isOwnChoice;
}
