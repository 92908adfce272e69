import type { Value } from '../../model/value.js';

/** A value with the variables of the shell resolved as far as the text says what they stand for. */
export function substituted(value: Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(substituted) };
  if (value.kind === 'map') {
    return { ...value, entries: value.entries.map((entry) => ({ ...entry, value: substituted(entry.value) })) };
  }
  if (value.kind !== 'scalar' || typeof value.value !== 'string' || !value.value.includes('${')) return value;
  const { at } = value;
  const filled = withDefaults(value.value);
  if (filled === undefined) return { kind: 'unknown', at, because: 'environment variable' };
  return { kind: 'scalar', value: filled, at, origin: at, confidence: 'medium' };
}

/** `${NAME:-default}` by its default; undefined if some variable has none. */
function withDefaults(text: string): string | undefined {
  let isKnown = true;
  const filled = text.replace(/\$\{([^}:]{1,100})(?::-([^}]{0,200}))?\}/g, (_, __, otherwise: string | undefined) => {
    isKnown &&= otherwise !== undefined;
    return otherwise ?? '';
  });
  return isKnown && !filled.includes('${') ? filled : undefined;
}
