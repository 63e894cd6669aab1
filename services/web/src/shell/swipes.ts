/** Shorter than this is a tap that slipped. */
const SHORTEST = 56;
/** Slower than this is reading with a finger, not a swipe. */
const LONGEST_TIME = 700;
/** The edges belong to the system: from there one goes back to the page before. */
const EDGE = 20;

/**
 * Tells of each swipe over an element, until the answer is called. `towards` is what it brings, in the direction that
 * the page is read in: a swipe to the left, in English, brings what stands at the `end`.
 */
export function listenForSwipes(
  element: HTMLElement,
  onSwipe: (towards: 'start' | 'end') => void,
): () => void {
  let finger: { touch: Touch; at: number } | undefined;
  const forget = () => {
    finger = undefined;
  };
  const begin = ({ touches: [touch, another], target, timeStamp }: TouchEvent) => {
    forget();
    if (!touch || another || isEdge(touch.clientX) || isZoomed() || movesSideways(target)) return;
    finger = { touch, at: timeStamp };
  };
  const end = ({ changedTouches, timeStamp }: TouchEvent) => {
    const from = finger;
    forget();
    const touch = [...changedTouches].find(({ identifier }) => identifier === from?.touch.identifier);
    if (!from || !touch || timeStamp - from.at > LONGEST_TIME || isSelecting()) return;
    const across = touch.clientX - from.touch.clientX;
    const along = touch.clientY - from.touch.clientY;
    if (Math.abs(across) < SHORTEST || Math.abs(across) < 2 * Math.abs(along)) return;
    const isRightToLeft = document.documentElement.dir === 'rtl';
    onSwipe(across < 0 === isRightToLeft ? 'start' : 'end');
  };
  const over = new AbortController();
  const options = { passive: true, signal: over.signal };
  element.addEventListener('touchstart', begin, options);
  element.addEventListener('touchend', end, options);
  element.addEventListener('touchcancel', forget, options);
  return () => over.abort();
}

const isEdge = (x: number) => x < EDGE || x > window.innerWidth - EDGE;

/** Who looks at a part of the page moves that part. */
const isZoomed = () => (window.visualViewport?.scale ?? 1) > 1.01;

/** A finger that marks words goes over them, too. */
const isSelecting = () => window.getSelection()?.isCollapsed === false;

/** What a finger moves sideways by itself: a field, or a table or program text that is wider than the page. */
function movesSideways(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select')) return true;
  for (let element: Element | null = target; element; element = element.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
    if (scrolls && element.scrollWidth > element.clientWidth) return true;
  }
  return false;
}
