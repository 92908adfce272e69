/** Keeps what was used last, up to a total size. For things that never change: trees and blobs by their hash. */
export interface Cache<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T, size: number) => void;
}

export function createCache<T>(most: number): Cache<T> {
  const held = new Map<string, { readonly value: T; readonly size: number }>();
  let total = 0;
  const drop = (key: string) => {
    total -= held.get(key)?.size ?? 0;
    held.delete(key);
  };
  return {
    get: (key) => {
      const found = held.get(key);
      if (found === undefined) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.value;
    },
    set: (key, value, size) => {
      drop(key);
      if (size > most) return;
      held.set(key, { value, size });
      total += size;
      for (const oldest of held.keys()) {
        if (total <= most) break;
        drop(oldest);
      }
    },
  };
}
