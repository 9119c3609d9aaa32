import { useState, type ReactNode } from 'react';

interface FoldProps {
  readonly summary: ReactNode;
  /** Something in it has to be looked at. */
  readonly isAsked?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Opens by itself when it is asked for, and never closes by itself under the reader's hand. */
export function Fold({ summary, isAsked = false, className, children }: FoldProps) {
  const [isOpen, setOpen] = useState(isAsked);
  const [wasAsked, setWasAsked] = useState(isAsked);
  if (isAsked !== wasAsked) {
    setWasAsked(isAsked);
    if (isAsked) setOpen(true);
  }
  return (
    <details className={className} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
