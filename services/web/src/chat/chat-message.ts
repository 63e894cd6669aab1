import type { UIMessage } from 'ai';

/** What the api says about a message beside its parts. */
interface MessageMetadata {
  conversation_id?: number;
  turn_id?: number;
  /** Another message was said in the place of what this answers: only what it changed is left of it. */
  replaced?: boolean;
}

export type ChatMessage = UIMessage<MessageMetadata>;

/** The words of a message, without what the tools did. */
export function textOf(message: ChatMessage): string {
  return message.parts
    .flatMap((part) => (part.type === 'text' ? [part.text] : []))
    .join('\n\n')
    .trim();
}

/** The words of a message as they are read out: without the marks of Markdown. */
export function spokenTextOf(message: ChatMessage): string {
  return textOf(message)
    .replace(/\*\*|__|`/g, '')
    .replace(/^#+ /gm, '');
}
