/** Runs in the browser before the page comes to life. */
// The larger half of what the page needs to come to life: what follows is a task of its own (see below).
import 'react-dom/client';
import { installTrustedTypes } from './browser/trusted-types.ts';

installTrustedTypes();

/**
 * Next runs each script that must come before a page in a task of its own, and the page in another. With an empty one the
 * browser may answer a tap between reading React and starting the page. If Next gave that up, both would be one task
 * again, and nothing else would change.
 */
const emptyScript: [source: string, attributes: { children: string }] = ['', { children: '' }];
Object.assign(window, { __next_s: [emptyScript] });
