/** Whether two values of a field are the same for a person, however they are written. */
export function isSameValue(name: string, one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') {
    if (name === 'due_at') return Date.parse(one) === Date.parse(other);
    // Texts are stored without the blanks around them.
    return one.trim() === other.trim();
  }
  return JSON.stringify(one) === JSON.stringify(other);
}
