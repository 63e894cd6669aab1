/** @module The last wall before the log: what is known to be a secret does not pass, whoever repeats it. */
import type { Config } from '../config.ts';

/** Our own access tokens, and bearer tokens of any kind. */
const TOKENS = /\btodo_[\w-]{8,}_[0-9a-f]{40}\b|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g;
/** Shorter ones are words of every line, such as the password `todo` of a database on one's own machine. */
const SHORTEST = 8;
const HIDDEN = '[secret]';

export type Secrets = Pick<Config, 'databaseUrl' | 'databaseDirectUrl' | 'jwtSecrets' | 'model' | 'mail'>;

/** Answers how to take the secrets of the settings, and tokens, out of a line of JSON. */
export function redaction({
  databaseUrl,
  databaseDirectUrl,
  jwtSecrets,
  model,
  mail,
}: Secrets): (line: string) => string {
  const passwords = [databaseUrl, databaseDirectUrl, mail.kind === 'smtp' ? mail.url : undefined].flatMap(
    (url) => (url ? [URL.parse(url)?.password ?? ''] : []),
  );
  const secrets = [...jwtSecrets, model.openaiApiKey ?? '', model.anthropicApiKey ?? '', ...passwords];
  const forms = secrets.flatMap((secret) => [secret, decoded(secret), encodeURIComponent(decoded(secret))]);
  // As they stand in JSON; the longest first, since one may hold another.
  const written = [...new Set(forms)]
    .filter((form) => form.length >= SHORTEST)
    .map((form) => JSON.stringify(form).slice(1, -1))
    .sort((one, other) => other.length - one.length);
  return (line) => {
    let clean = line;
    for (const secret of written) if (clean.includes(secret)) clean = clean.replaceAll(secret, HIDDEN);
    return clean.includes('todo_') || clean.includes('eyJ') ? clean.replace(TOKENS, HIDDEN) : clean;
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
