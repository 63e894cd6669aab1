import { type RefObject, useEffect, useRef } from 'react';
import { whenIdle } from '../browser/when-idle.ts';
import type { View } from './view.tsx';

/** For the element that a finger turns from one view to the other. Only where there are fingers is it loaded how. */
export function useSwipes(onView: (view: View) => void): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!navigator.maxTouchPoints) return;
    let end: (() => void) | undefined;
    let wanted = true;
    const callOff = whenIdle(() => {
      const begin = ({ listenForSwipes }: typeof import('./swipes.ts')) => {
        if (!wanted || !element.current) return;
        end = listenForSwipes(element.current, (towards) => onView(towards === 'end' ? 'tasks' : 'chat'));
      };
      import('./swipes.ts').then(begin, () => {});
    });
    return () => {
      wanted = false;
      callOff();
      end?.();
    };
  }, [onView]);
  return element;
}
