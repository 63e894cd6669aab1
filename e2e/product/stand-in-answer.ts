/** An answer as the api streams it, for what no model should be trusted to say. */

interface Said {
  text: string;
  /** The title of a task that it says it has added. */
  added?: string;
  /** Of the message. */
  id?: string;
}

/** The server-sent events of an answer, word by word. */
export function streamOf({ text, added, id = 'answer' }: Said): string {
  const call = { toolCallId: 'call', dynamic: true };
  const output = { task_id: 1, status: 'created', title: added };
  const chunks = [
    { type: 'start', messageId: id, messageMetadata: { turn_id: 1 } },
    { type: 'start-step' },
    ...(added === undefined
      ? []
      : [
          { ...call, type: 'tool-input-available', toolName: 'add_task', input: { title: added } },
          { ...call, type: 'tool-output-available', output },
        ]),
    { type: 'text-start', id: 't' },
    ...text.split(/(?<= )/).map((delta) => ({ type: 'text-delta', id: 't', delta })),
    { type: 'text-end', id: 't' },
    { type: 'finish-step' },
    { type: 'finish' },
  ];
  return [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]']
    .map((data) => `data: ${data}\n\n`)
    .join('');
}
