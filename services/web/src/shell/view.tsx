'use client';

import { createContext, useContext } from 'react';

export type View = 'chat' | 'tasks';

const ShowViewContext = createContext<(view: View) => void>(() => {});

export const ShowViewProvider = ShowViewContext.Provider;

/** How to bring one of the two views to the front, where a phone shows one at a time. It is there when this returns. */
export function useShowView(): (view: View) => void {
  return useContext(ShowViewContext);
}
