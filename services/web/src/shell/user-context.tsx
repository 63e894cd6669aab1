'use client';

import { createContext, useContext } from 'react';
import type { User } from '../api-client/types.ts';

const UserContext = createContext<User | undefined>(undefined);

export const UserProvider = UserContext.Provider;

/** Who is signed in, if anybody is. */
export function useVisitor(): User | undefined {
  return useContext(UserContext);
}

/** Who is signed in. */
export function useUser(): User {
  const user = useVisitor();
  if (!user) throw new Error('nobody is signed in');
  return user;
}
