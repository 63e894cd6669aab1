/** In characters as people count them, as the api does. */
export const MESSAGE_LENGTH = 4000;
