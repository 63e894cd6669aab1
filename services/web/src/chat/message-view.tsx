'use client';

import { isToolUIPart } from 'ai';
import { lazy, memo, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { type ChatMessage, textOf } from './chat-message.ts';
import { ToolActivity } from './tool-activity.tsx';

const AnswerMarkdown = lazy(() => import('./markdown.tsx'));

/** One message of either side. */
export const MessageView = memo(function MessageView({ message }: { message: ChatMessage }) {
  const t = useTranslations('chat');
  if (message.role === 'user') {
    return (
      <li className="rise flex justify-end ps-10 [contain-intrinsic-size:auto_4rem] [content-visibility:auto]">
        <p className="max-w-full rounded-2xl rounded-ee-md bg-bubble px-4 py-2.5 break-words whitespace-pre-wrap text-on-bubble">
          <span className="sr-only">{t('you')}: </span>
          {textOf(message)}
        </p>
      </li>
    );
  }
  return (
    <li className="rise min-w-0 pe-4 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      <span className="sr-only">{t('assistant')}: </span>
      {message.parts.map((part, index) => {
        // Parts are only ever appended, so their place is their identity.
        const key = `${message.id}-${index}`;
        if (part.type === 'text') return <Answer key={key} text={part.text} />;
        if (isToolUIPart(part)) return <ToolActivity key={part.toolCallId} part={part} />;
        return null;
      })}
    </li>
  );
});

function Answer({ text }: { text: string }) {
  if (!text) return null;
  return (
    <div className="answer py-1 break-words">
      <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
        <AnswerMarkdown text={text} />
      </Suspense>
    </div>
  );
}
