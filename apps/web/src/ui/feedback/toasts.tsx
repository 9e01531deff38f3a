import { createContext, type ReactNode, use, useCallback, useRef, useState } from "react";
import styles from "./toasts.module.css";

const SHOWN_MS = 6000;

interface Toast {
  readonly id: number;
  readonly text: string;
}

const ToastContext = createContext<(text: string) => void>(() => {});

/** Says in passing that something was done; screen readers are told as well. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const lastId = useRef(0);
  const say = useCallback((text: string) => {
    lastId.current += 1;
    const toast = { id: lastId.current, text };
    setToasts((before) => [...before.slice(-2), toast]);
    setTimeout(() => setToasts((before) => before.filter((other) => other.id !== toast.id)), SHOWN_MS);
  }, []);
  return (
    <ToastContext value={say}>
      {children}
      <output className={styles.toasts} aria-live="polite">
        {toasts.map((toast) => (
          <p key={toast.id} className={styles.toast}>
            {toast.text}
          </p>
        ))}
      </output>
    </ToastContext>
  );
}

/** The way to say that something was done. */
export const useToast = (): ((text: string) => void) => use(ToastContext);
