/** An empty chat needs no list: whoever knows that messages are coming begins to load it at once. */
export const loadMessageList = () => import('./message-list.tsx');
