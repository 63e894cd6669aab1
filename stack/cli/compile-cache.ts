import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Node keeps what it compiled, for these commands and for the program that Pulumi runs. */
export const compileCache = join(tmpdir(), 'todo-chatbot-compile-cache');
