'use client';

import { type ReactNode, useRef } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm, { type Options } from 'remark-gfm';
import { useTranslations } from 'use-intl';
import { CopyButton } from './copy-button.tsx';

const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ),
  // A picture would tell its host that this was read: only its words are shown.
  img: ({ alt }) => <>{alt}</>,
  // The page has its own headings; an answer must not rearrange them.
  h1: ({ children }) => <p className="font-semibold">{children}</p>,
  h2: ({ children }) => <p className="font-semibold">{children}</p>,
  h3: ({ children }) => <p className="font-semibold">{children}</p>,
  h4: ({ children }) => <p className="font-semibold">{children}</p>,
  h5: ({ children }) => <p className="font-semibold">{children}</p>,
  h6: ({ children }) => <p className="font-semibold">{children}</p>,
  // Wider than a phone it scrolls by itself.
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div tabIndex={0} className="overflow-x-auto">
      <table>{children}</table>
    </div>
  ),
  // Of a list with boxes: nothing to press, and signs of the text, not pictures.
  input: ({ checked }) => <>{checked ? '☑\uFE0E' : '☐'}</>,
  pre: ({ children }) => <CodeBlock>{children}</CodeBlock>,
};

/** Tables, lists with boxes and words struck out, as models write them; a lone tilde is a tilde. */
const plugins: [typeof remarkGfm, Options][] = [[remarkGfm, { singleTilde: false }]];

/** Markdown of an answer. HTML in it stays text, and links can only be what a link may be. */
export default function AnswerMarkdown({ text }: { text: string }) {
  return (
    <Markdown components={components} remarkPlugins={plugins}>
      {text}
    </Markdown>
  );
}

function CodeBlock({ children }: { children: ReactNode }) {
  const t = useTranslations('chat');
  const block = useRef<HTMLPreElement>(null);
  return (
    <div dir="ltr" className="relative">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre ref={block} tabIndex={0} className="pe-12">
        {children}
      </pre>
      <div className="absolute end-1 top-1 rounded-lg bg-sunken text-ink-soft">
        <CopyButton text={() => block.current?.textContent ?? ''} label={t('copyCode')} />
      </div>
    </div>
  );
}
