import type { Span } from '../../model/span.js';
import { itemsOf, textOf, type Value } from '../../model/value.js';

const verbs = new Set(['add-iam-policy-binding', 'add-invoker-policy-binding']);
const invoker = /^roles\/(?:run\.invoker|cloudfunctions\.invoker)$/;

/** The services and functions that commands let everybody call, with the word that says so. */
export function openedIn(lists: readonly Value[]): ReadonlyMap<string, Span> {
  const opened = new Map<string, Span>();
  for (const list of lists) {
    const items = itemsOf(list);
    const words = items.map((item) => textOf(item) ?? '');
    const verb = words.findIndex((word) => verbs.has(word));
    const isCalled = words.slice(0, Math.max(verb, 0)).some((word) => word === 'run' || word === 'functions');
    const name = words[verb + 1] ?? '';
    if (!isCalled || name === '' || name.startsWith('-')) continue;
    const member = places(words, 'member').find((index) =>
      /(?:^|=)(?:allUsers|allAuthenticatedUsers)$/.test(words[index] ?? ''),
    );
    const at = member === undefined ? undefined : items[member]?.at;
    const roles = places(words, 'role').map((index) => (words[index] ?? '').replace(/^--role=/, ''));
    const canCall = words[verb] === 'add-invoker-policy-binding' || roles.some((role) => invoker.test(role));
    if (at !== undefined && canCall) opened.set(name, at);
  }
  return opened;
}

/** Where the value of a flag stands: in the same word or in the next. */
function places(words: readonly string[], flag: string): readonly number[] {
  return words.flatMap((word, index) =>
    word === `--${flag}` ? [index + 1] : word.startsWith(`--${flag}=`) ? [index] : [],
  );
}
