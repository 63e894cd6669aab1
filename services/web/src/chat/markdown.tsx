'use client';

import Markdown, { type Components } from 'react-markdown';

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
};

/** Markdown of an answer. HTML in it stays text, and links can only be what a link may be. */
export default function AnswerMarkdown({ text }: { text: string }) {
  return <Markdown components={components}>{text}</Markdown>;
}
