'use client';

import { createContext, useContext } from 'react';
import type { User } from '../api-client/types.ts';

const UserContext = createContext<User | undefined>(undefined);

export const UserProvider = UserContext.Provider;

/** Who is signed in. */
export function useUser(): User {
  const user = useContext(UserContext);
  if (!user) throw new Error('useUser is for pages of a signed-in person');
  return user;
}

/** The address of something of this person's in the api. */
export function userPath(userId: string, rest: string): string {
  return `/api/${encodeURIComponent(userId)}${rest}`;
}
