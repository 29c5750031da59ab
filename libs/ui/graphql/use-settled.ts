import { useEffect, useRef, useState } from 'react';

/** The value once it has not changed for so many milliseconds, at first as it is: what is typed is not asked about key by key. */
export function useSettled<T>(value: T, ms: number): T {
  const key = JSON.stringify(value);
  const latest = useRef(value);
  latest.current = value;
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(latest.current), ms);
    return () => clearTimeout(timer);
  }, [key, ms]);
  return settled;
}
