import { useSyncExternalStore } from 'react';

/** Whether the page's script is at work: false in what the server renders, and until React has taken it over. */
export function useStarted(): boolean {
  return useSyncExternalStore(never, here, notYet);
}

const never = () => () => {};
const here = () => true;
const notYet = () => false;
