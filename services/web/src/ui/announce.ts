let region: HTMLElement | undefined;

/** Says a sentence to whoever listens to the page; who looks at it sees already what it says. */
export function announce(sentence: string): void {
  if (!region?.isConnected) {
    region = document.createElement('p');
    region.className = 'sr-only';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  // Only what changes within a region that is there is spoken, and the same again only after something else.
  region.textContent = '';
  const spoken = region;
  setTimeout(() => {
    spoken.textContent = sentence;
  });
}
