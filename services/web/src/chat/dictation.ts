/** What browsers that hear have; TypeScript's library does not know it. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  start(): void;
  stop(): void;
  abort(): void;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
}

type RecognitionClass = new () => Recognition;

function recognitionClass(): RecognitionClass | undefined {
  const holder = window as unknown as Record<string, RecognitionClass | undefined>;
  return holder.SpeechRecognition ?? holder.webkitSpeechRecognition;
}

interface Listener {
  /** All that was understood so far; it may still change. */
  onText: (text: string) => void;
  /** Why nothing more is heard, when that was not wished. */
  onEnd: (trouble: 'denied' | 'failed' | undefined) => void;
}

/** Listens until it is ended, by the function that this returns or by itself. */
export function dictate(language: string, { onText, onEnd }: Listener): () => void {
  const Recognition = recognitionClass();
  if (!Recognition) throw new Error('this browser does not hear');
  const recognition = new Recognition();
  let trouble: 'denied' | 'failed' | undefined;
  recognition.lang = language;
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.onresult = ({ results }) =>
    onText(
      Array.from(results, (guesses) => guesses[0]?.transcript.trim() ?? '')
        .filter(Boolean)
        .join(' '),
    );
  recognition.onerror = ({ error }) => {
    if (error === 'not-allowed' || error === 'service-not-allowed') trouble = 'denied';
    // That nothing was said, or that it was ended, is no trouble.
    else if (error !== 'no-speech' && error !== 'aborted') trouble = 'failed';
  };
  recognition.onend = () => onEnd(trouble);
  recognition.start();
  return () => recognition.stop();
}
