import { useLayoutEffect, useRef, type RefObject } from 'react';

const largest = 1.25;
const smallest = 0.4;
const step = 0.05;

/**
 * Nothing scrolls in the hall: sizes inside the element shrink until everything fits, and grow a little where there is
 * room. `--fit` multiplies the hall's unit; it is settled anew with every render and every change of the window.
 */
export function useFit<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    fit(box);
    const watch = () => fit(box);
    window.addEventListener('resize', watch);
    // Text is wider or narrower once its font has come.
    void document.fonts?.ready.then(watch);
    return () => window.removeEventListener('resize', watch);
  });
  return element;
}

function fit(box: HTMLElement): void {
  for (let size = largest; size >= smallest; size -= step) {
    box.style.setProperty('--fit', size.toFixed(2));
    if (box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1) return;
  }
}
