'use client';

import './zod-without-eval.ts';

import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import { type TurnOptions, type Turns, useTurns } from './use-turns.ts';

interface Props extends TurnOptions {
  /** What is to be done first. */
  first?: ((turns: Turns) => void) | undefined;
  onTurns: (turns: Turns) => void;
}

/** Runs the turns of a conversation and tells what they come to; it has nothing to show itself. */
export default memo(function TurnRunner({ first, onTurns, ...options }: Props) {
  const turns = useTurns(options);
  const begun = useRef(false);
  useLayoutEffect(() => onTurns(turns));
  const latest = useRef(turns);
  latest.current = turns;
  useEffect(() => {
    let mounted = true;
    // After the trial unmounting of React's strict mode, which would end what has begun.
    queueMicrotask(() => {
      if (!mounted || begun.current) return;
      begun.current = true;
      first?.(latest.current);
    });
    return () => {
      mounted = false;
    };
  });
  return null;
});
