/** The parts of the account, each with an address of its own. */
export const sections = ['profile', 'password', 'devices', 'programs', 'data'] as const;

export type Section = (typeof sections)[number];

/** The part that an address names; the first when it names none. */
export function sectionOf(name: string | undefined): Section | undefined {
  return name === undefined ? 'profile' : sections.find((section) => section === name);
}
