'use client';

import dynamic from 'next/dynamic';

// Each page is its own download: who signs in need not wait for the app, and who is in not for the form.
export const ApiAway = dynamic(() => import('./api-away.tsx'));
export const Landing = dynamic(() => import('../account/landing.tsx'));
export const Workspace = dynamic(() => import('./workspace.tsx'));
