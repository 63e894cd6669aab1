/**
 * CHANGELOG.md, in the form of Keep a Changelog.
 *
 * @module
 */

/** A changelog with a new version in it. */
export interface Released {
  text: string;
  /** What the version brings, without its heading. */
  notes: string;
}

/**
 * Makes what is unreleased a version of that day, and leaves an empty Unreleased above it.
 *
 * @throws Error when there is nothing unreleased.
 */
export function releaseNotes(changelog: string, version: string, day: string): Released {
  const heading = '## [Unreleased]\n';
  const from = changelog.indexOf(heading);
  if (from === -1) throw new Error('CHANGELOG.md has no heading "## [Unreleased]"');
  const rest = changelog.slice(from + heading.length);
  const next = rest.search(/^## \[/m);
  const notes = (next === -1 ? rest : rest.slice(0, next)).trim();
  if (!/^- /m.test(notes))
    throw new Error('CHANGELOG.md says of nothing that it is unreleased: what would the version be?');
  const older = next === -1 ? '' : `\n${rest.slice(next)}`;
  return {
    text: `${changelog.slice(0, from)}${heading}\n## [${version}] - ${day}\n\n${notes}\n${older}`,
    notes,
  };
}
