'use client';

import { type ReactNode, useEffect, useState } from 'react';
import type { User } from '../api-client/types.ts';
import { keptPerson } from './kept-person.ts';
import { Workspace } from './pages.tsx';

/** The app of who was signed in here last, where the server cannot say who this is; else what is in its place. */
export function KeptStart({ children }: { children: ReactNode }) {
  const [person, setPerson] = useState<User | null>();
  // The server does not know what this device keeps.
  useEffect(() => setPerson(keptPerson() ?? null), []);
  if (person === undefined) return null;
  const conversation = Number(new URLSearchParams(window.location.search).get('c')) || undefined;
  return person ? <Workspace user={person} {...(conversation ? { conversation } : {})} /> : children;
}
