/** @module A conversation as a file to keep: Markdown to read, JSON to work with. */
import { getToolName, isToolUIPart, type UIMessage } from 'ai';
import type { Conversation } from '../events/events.ts';

interface ExportedMessage extends UIMessage {
  created_at: string;
}

export interface ConversationToExport extends Conversation {
  messages: ExportedMessage[];
}

export type ExportFormat = 'markdown' | 'json';

const FORMATS = {
  markdown: { type: 'text/markdown; charset=utf-8', extension: 'md', write: markdownOf },
  json: { type: 'application/json', extension: 'json', write: jsonOf },
} as const;

export interface ExportedFile {
  body: string;
  headers: { 'content-type': string; 'content-disposition': string; 'cache-control': string };
}

/** The file and the headers under which a browser saves it. */
export function exportConversation(conversation: ConversationToExport, format: ExportFormat): ExportedFile {
  const { type, extension, write } = FORMATS[format];
  return {
    body: write(conversation),
    headers: {
      'content-type': type,
      'content-disposition': attachment(nameOf(conversation), extension),
      'cache-control': 'no-store',
    },
  };
}

function jsonOf(conversation: ConversationToExport): string {
  return `${JSON.stringify(conversation, null, 2)}\n`;
}

function markdownOf({ id, title, created_at, messages }: ConversationToExport): string {
  const head = [`# ${title || `Conversation ${id}`}`, `Begun ${minute(created_at)}.`];
  const talk = messages.flatMap((message) => {
    const speaker = message.role === 'user' ? 'You' : 'Assistant';
    return [`## ${speaker}, ${minute(message.created_at)}`, ...message.parts.flatMap(partAsMarkdown)];
  });
  return `${[...head, ...talk].join('\n\n')}\n`;
}

function partAsMarkdown(part: UIMessage['parts'][number]): string[] {
  if (part.type === 'text') return part.text.trim() === '' ? [] : [part.text.trim()];
  if (!isToolUIPart(part)) return [];
  const outcome =
    part.state === 'output-available'
      ? code(part.output)
      : part.state === 'output-error'
        ? `failed: ${part.errorText}`
        : 'not done';
  return [`- ${getToolName(part)} ${code(part.input ?? {})} → ${outcome}`];
}

/** JSON within a line; a fence longer than any run of backticks in it, as CommonMark wants. */
function code(value: unknown): string {
  const json = JSON.stringify(value);
  const longest = Math.max(0, ...(json.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${json}${fence}`;
}

const minute = (moment: string) => `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`;

function nameOf({ id, title }: Conversation): string {
  const words = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return words || `conversation-${id}`;
}

/** RFC 6266: a name for old programs, and the real one. */
function attachment(name: string, extension: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]+/g, '').replaceAll(/^-+|-+$/g, '') || 'conversation';
  const real = encodeURIComponent(`${name}.${extension}`);
  return `attachment; filename="${ascii}.${extension}"; filename*=UTF-8''${real}`;
}
