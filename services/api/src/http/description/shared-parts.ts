/** @module Headers, parameters and answers that more than one operation has, described once. */

/** The headers of answers, by name. */
export const headers = {
  'X-Request-Id': {
    description:
      'Names this request in the log: the caller’s own X-Request-Id when it is letters, digits, `-` and `_`',
    schema: { type: 'string' as const },
    example: '0b0e9f0c-6d6b-4bb6-9c93-5f1d2f8c9a41',
  },
  'Retry-After': {
    description: 'After how many seconds to try again',
    schema: { type: 'integer' as const, minimum: 1 },
    example: 1,
  },
  RateLimit: {
    description:
      'What is left of the limit that the answer counts towards, and after how many seconds it is whole again',
    schema: { type: 'string' as const },
    example: '"sign-in";r=9;t=240',
  },
  'RateLimit-Policy': {
    description: 'That limit: how many within how many seconds',
    schema: { type: 'string' as const },
    example: '"sign-in";q=10;w=300',
  },
  'WWW-Authenticate': {
    description: 'How to be let in (RFC 6750)',
    schema: { type: 'string' as const },
    example: 'Bearer realm="todo", error="invalid_token"',
  },
};

/** The parameter that every route of a user takes. */
export const timeZone = {
  name: 'Time-Zone',
  in: 'header' as const,
  required: false,
  description:
    'The caller’s IANA time zone: what “tomorrow” and “today” mean. It is remembered with the account; without the header the remembered one counts, at first UTC.',
  schema: { type: 'string' as const },
  example: 'Asia/Karachi',
};

/** What each status means where the route itself says nothing more exact. */
export const answers = {
  400: 'The body is not JSON, or not UTF-8',
  401: 'No token or session, or one that is not valid',
  403: 'The path is another user’s, the token may only read, or the page of another site asks',
  413: 'The body is larger than 1,000,000 bytes',
  415: 'The body is not application/json, or is compressed',
  422: 'Invalid input; `errors` names each field',
  429: 'Too many requests of this user',
  431: 'The address and the headers are larger than 16 kB together',
  503: 'The database is away or the service is starting: nothing was changed, try again',
} as const;

/** What the groups of operations are about, in the order in which they are shown. */
export const tags = [
  { name: 'Tasks', description: 'To-dos, numbered per user from 1.' },
  { name: 'Chat', description: 'Messages to the assistant, answered as JSON or as a stream.' },
  { name: 'Conversations', description: 'What was said, kept until it is deleted.' },
  { name: 'Events', description: 'Changes as they happen, as server-sent events.' },
  { name: 'Accounts', description: 'Signing up, in and out; bearer tokens for programs.' },
  { name: 'Access tokens', description: 'Long-lived tokens that people give to other programs.' },
  { name: 'Export and import', description: 'All that somebody has, as a file, and back.' },
  { name: 'MCP', description: 'The same tasks for agents, over the Model Context Protocol.' },
  { name: 'Health', description: 'For whoever runs the service; without authentication.' },
  { name: 'Description', description: 'This document, for programs and for people.' },
];
