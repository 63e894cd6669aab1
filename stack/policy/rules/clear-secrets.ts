/**
 * Secrets belong in a Secret. Helm keeps values readable in its own records, and a ConfigMap or the environment of a pod
 * is readable by anyone who may look at it.
 *
 * @module
 */
import { containers, type Declared, isRecord, type Rule, releaseValues } from './rule.ts';

/** No value of a release, ConfigMap or environment variable looks like a secret. */
export const clearSecrets: Rule = {
  name: 'no-clear-secrets',
  description: 'Secrets are only kept in a Secret, which the chart is told the name of.',
  check: (resource) =>
    readablePlaces(resource)
      .flatMap(([place, value]) => find(place, value))
      .map((place) => `${place} looks like a secret: keep it in a Secret and name that (existingSecret).`),
};

function readablePlaces(resource: Declared): [string, unknown][] {
  return [
    ['values', releaseValues(resource)],
    ['data', resource.type === 'kubernetes:core/v1:ConfigMap' ? resource.props.data : undefined],
    ...containers(resource).flatMap(({ name, env }) =>
      env.map((entry): [string, unknown] => [`${name}.env`, { [entry.name]: entry.value }]),
    ),
  ];
}

function find(place: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => find(`${place}[${index}]`, item));
  if (!isRecord(value)) return [];
  // A digest may not be known yet, and Pulumi then refuses to have it read.
  const known = Object.keys(value).filter((key) => key !== 'digest');
  return known.flatMap((key) => {
    const inner = value[key];
    if (typeof inner !== 'string') return find(`${place}.${key}`, inner);
    return looksSecret(key, inner) ? [`${place}.${key}`] : [];
  });
}

/** Names that only say where a secret is, under which key of it, or that it changed. */
const harmless = /^((existing|tls|token|apiKey)Secret|apiKeySecretKey|tokenKey|secretName|secretChecksum)$/;
const secretName = /(passw(or)?d|secret|token|api_?key|private_?key|database_?url)/i;
const secretText = [
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i, // an address with a password
  /\bsk-[A-Za-z0-9_-]{16,}/, // a key of OpenAI or Anthropic
  /\b(ghp|gho|ghs|github_pat|glpat|npg)_[A-Za-z0-9_]{10,}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\./, // a signed token
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];

function looksSecret(key: string, text: string): boolean {
  if (text === '') return false;
  return (secretName.test(key) && !harmless.test(key)) || secretText.some((pattern) => pattern.test(text));
}
