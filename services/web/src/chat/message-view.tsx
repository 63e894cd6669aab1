'use client';

import { lazy, memo, type ReactNode, Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { loadPart } from '../browser/load-part.ts';
import { type ChatMessage, textOf } from './chat-message.ts';
import { loadMarkdown } from './load-markdown.ts';
import { AnswerActions, OwnActions } from './message-actions.tsx';
import { MessageEditor } from './message-editor.tsx';
import { shownParts } from './shown-parts.ts';
import { ToolActivities } from './tool-activities.tsx';
import type { ToolCall } from './tool-call.ts';

const AnswerMarkdown = lazy(() => loadPart(loadMarkdown));

interface Props {
  message: ChatMessage;
  isLast: boolean;
  /** It is still growing. */
  isWriting: boolean;
  /** The turn that this message began, or that it is the answer of; none while another one runs. */
  turn: number | undefined;
  /** What the last answer answers. */
  question: ChatMessage | undefined;
  /** All messages, as they are now. */
  conversation: () => readonly ChatMessage[];
  onReplace: (turn: number, text: string, undo: readonly ToolCall[]) => void;
  /** What belongs to an answer after its words. */
  children?: ReactNode;
}

/** One message of either side, with what can be done with it. */
export const MessageView = memo(function MessageView(props: Props) {
  return props.message.role === 'user' ? <Own {...props} /> : <OfAssistant {...props} />;
});

function Own({ message, isLast, turn, conversation, onReplace }: Props) {
  const t = useTranslations('chat');
  const [isEdited, setIsEdited] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const text = textOf(message);
  const cancel = () => {
    flushSync(() => setIsEdited(false));
    editButton.current?.focus();
  };
  if (isEdited && turn !== undefined) {
    return (
      <li className="min-w-0">
        <MessageEditor
          text={text}
          messages={conversation()}
          turn={turn}
          onCancel={cancel}
          onSend={(words, undo) => {
            setIsEdited(false);
            onReplace(turn, words, undo);
          }}
        />
      </li>
    );
  }
  return (
    <li className="group rise flex flex-col items-end ps-10 pb-1 pointer-fine:flex-row-reverse pointer-fine:items-center pointer-fine:gap-3 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      <p className="max-w-full min-w-0 rounded-2xl rounded-ee-md bg-bubble px-4 py-2.5 break-words whitespace-pre-wrap text-on-bubble">
        <span className="sr-only">{t('you')}: </span>
        <span dir="auto" className="block">
          {text}
        </span>
      </p>
      <OwnActions
        text={text}
        isLast={isLast}
        editButton={editButton}
        onEdit={turn === undefined ? undefined : () => setIsEdited(true)}
      />
    </li>
  );
}

function OfAssistant({ message, isLast, isWriting, turn, question, onReplace, children }: Props) {
  const t = useTranslations('chat');
  return (
    <li className="group rise block min-w-0 pe-4 [contain-intrinsic-size:auto_8rem] [content-visibility:auto]">
      <span className="sr-only">{t('assistant')}: </span>
      {shownParts(message.parts).map((shown) =>
        'text' in shown ? (
          <Answer key={shown.key} text={shown.text} />
        ) : (
          <ToolActivities key={shown.key} parts={shown.parts} isNew={isLast} isWriting={isWriting} />
        ),
      )}
      {children}
      {!isWriting && (
        <AnswerActions
          message={message}
          isLast={isLast}
          onAgain={
            turn !== undefined && question && !children
              ? () => onReplace(turn, textOf(question), [])
              : undefined
          }
        />
      )}
    </li>
  );
}

/** Words of the assistant; the first letter of an answer decides on which side all of it begins. */
function Answer({ text }: { text: string }) {
  if (!text) return null;
  return (
    <div dir="auto" className="answer py-1 break-words">
      <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
        <AnswerMarkdown text={text} />
      </Suspense>
    </div>
  );
}
