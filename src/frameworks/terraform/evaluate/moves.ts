import type { Module } from './module.js';
import type { Session } from './scope.js';
import { writtenPath } from './traversals.js';

/** Remembers what a module's `moved` blocks say of addresses in it. The first of a count is called as if it were the only one. */
export function noteMoves({ moved }: Session, module: Module, prefix: string): void {
  const present = new Set([
    ...module.addresses.keys(),
    ...module.calls.map(({ labels }) => `module.${labels[0] ?? ''}`),
  ]);
  for (const { body } of module.moved) {
    const [from, to] = ['from', 'to'].map((name) => {
      const written = body.attributes.get(name)?.value;
      return written && writtenPath(written)?.replaceAll('[0]', '');
    });
    if (from === undefined || to === undefined || from === to || present.has(from)) continue;
    moved.set(`${prefix}${to}`, `${prefix}${from}`);
  }
}

/** How many moves of one thing are followed. */
const mostMoves = 20;

/** The first address that a resource or a call had, so that findings outlive a move. */
export function formerAddress({ moved }: Session, address: string): string {
  let former = address;
  for (let step = 0; step < mostMoves; step += 1) {
    const before = moved.get(former);
    if (before === undefined) return former;
    former = before;
  }
  return address;
}

/** The same for one of several: it may have been moved by itself, or all of them together. */
export function formerInstance(session: Session, address: string, suffix: string): string {
  const whole = `${address}${suffix}`;
  const former = formerAddress(session, whole);
  return former === whole ? `${formerAddress(session, address)}${suffix}` : former;
}
