import { useEffect, useRef } from 'react';

/** A key as people see it on the button, and what it does. `Ctrl+Enter`, `F2`, `Alt+ArrowUp`. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Keys of the whole console. A dialog has its own; a held key does not repeat an act; in a field the keys belong to
 * the field, but for those that no field knows.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[nameOf(event)];
      if (!act || event.repeat || document.querySelector('dialog[open]')) return;
      if (isField(event.target) && !functionKey.test(event.key)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

const functionKey = /^F\d+$/;
const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

const nameOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string =>
  [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', key].filter(Boolean).join('+');
