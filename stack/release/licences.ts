/** Licences under which what is passed on may be passed on: they ask for their notice and for no more. */
const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  // Data about browsers.
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** A package of a CycloneDX list, as npm writes it: https://cyclonedx.org/docs/1.5/json/#components */
export interface Component {
  name: string;
  version: string;
  licenses?: { expression?: string; license?: { id?: string; name?: string } }[];
}

/** Whether an SPDX expression (`MIT`, `(AFL-2.1 OR BSD-3-Clause)`) leaves a licence that is accepted. */
export function isAccepted(expression: string): boolean {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAccepted);
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isAccepted);
  return accepted.has(bare);
}

/** The packages that may not be passed on, each with the reason. */
export function refusedLicences(components: readonly Component[]): string[] {
  return components.flatMap(({ name, version, licenses = [] }) => {
    const named = licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name ?? '');
    if (named.length > 0 && named.every(isAccepted)) return [];
    return [`${name}@${version}: ${named.join(', ') || 'no licence'}`];
  });
}
