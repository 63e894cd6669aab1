import type { Answer } from './contract.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

/** Who is signed in: what the pages show of an account. */
export type User = Pick<Schemas['Account'], 'id' | 'name' | 'email'>;

export type Task = Schemas['Task'];

export type Conversation = Schemas['Conversation'];

/** What a search finds, and where. */
export type FoundConversation = Answer<'get', '/api/{user_id}/conversations'>[number];

/** What the event stream tells. */
export type UserEvent = Schemas['UserEvent'];
