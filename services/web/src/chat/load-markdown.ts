/** An empty chat needs no Markdown: whoever knows that messages are coming begins to load it at once. */
export const loadMarkdown = () => import('./markdown.tsx');
