import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Tone } from './Badge.tsx';
import { classNames } from './class-names.ts';
import styles from './Toasts.module.css';
import { useUiText } from './ui-text.ts';

interface Toast {
  readonly id: number;
  readonly tone: Tone;
  readonly text: ReactNode;
}

type ShowToast = (text: ReactNode, tone?: Tone) => void;
const ToastContext = createContext<ShowToast | undefined>(undefined);

/** Shows a passing message. What a person must act on is a Notice, not a toast. */
export function useToast(): ShowToast {
  const show = use(ToastContext);
  if (!show) throw new Error('useToast needs <Toasts> above it');
  return show;
}

const lifetimeMs = 6_000;

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const nextId = useRef(1);
  const t = useUiText();
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback<ShowToast>(
    (text, tone = 'neutral') => {
      const id = nextId.current++;
      setToasts((all) => [...all.slice(-3), { id, tone, text }]);
      setTimeout(() => dismiss(id), lifetimeMs);
    },
    [dismiss],
  );
  const region = useMemo(
    () => (
      <div className={classNames(styles['region'], 'no-print')} role="status" aria-label={t('notices')}>
        {toasts.map(({ id, tone, text }) => (
          <div key={id} className={classNames(styles['toast'], styles[tone])}>
            <div>{text}</div>
            <button type="button" aria-label={t('dismiss')} onClick={() => dismiss(id)}>
              <span aria-hidden="true">×</span>
            </button>
          </div>
        ))}
      </div>
    ),
    [toasts, t, dismiss],
  );
  return (
    <ToastContext value={show}>
      {children}
      {region}
    </ToastContext>
  );
}
