import { config } from 'zod/v4/core';

// The chat's SDK reads streams with Zod, which tries whether it may make functions from text. Here it may not, and each
// attempt would be reported. To be imported before the SDK, which makes its schemas at once.
config({ jitless: true });
