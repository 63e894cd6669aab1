/**
 * Where a secret stands readable, in whatever form.
 *
 * @module
 */

/** A text that is kept somewhere, and what it is. */
export interface Place {
  name: string;
  text: string;
}

/** The names of the secrets that stand in a text: as they are, in base64 at any offset, in an address or in JSON. */
export function findReadable({ text }: Place, secrets: Record<string, string>): string[] {
  return Object.entries(secrets)
    .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
    .map(([name]) => name);
}

function formsOf(secret: string): string[] {
  const written = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  return [...written, ...base64Forms(secret)];
}

/** In base64 a text looks different after zero, one or two bytes before it; what depends on its neighbours is left out. */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    return whole.slice(Math.ceil((before * 8) / 6));
  });
}

/** The parts of the settings that must not be read anywhere: passwords of addresses count by themselves. */
export function secretParts(settings: Record<string, string>): Record<string, string> {
  const parts: Record<string, string> = { ...settings };
  for (const [name, value] of Object.entries(settings)) {
    const password = URL.canParse(value) ? decodeURIComponent(new URL(value).password) : '';
    if (password) parts[`the password in ${name}`] = password;
  }
  return parts;
}
