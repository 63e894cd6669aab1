/**
 * Imported before the AI SDK's providers. They read their addresses from the environment as soon as they are loaded,
 * and end the process at an empty one, which everywhere else means the same as none.
 *
 * @module
 */
for (const name of ['OPENAI_BASE_URL', 'ANTHROPIC_BASE_URL']) {
  if (process.env[name]?.trim() === '') delete process.env[name];
}
