import { useEffect, useState } from 'react';

/** Long enough for the next letter to come first, short enough to feel at once. */
const pauseMs = 300;

/** A text as it was when nobody had typed for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
