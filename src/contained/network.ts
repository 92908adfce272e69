import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

/** Ways out and in that begin an exchange with anybody but the parent. */
const doors: readonly (readonly [object, readonly string[]])[] = [
  [net, ['connect', 'createConnection', 'createServer', '_createServerHandle']],
  [net.Socket.prototype, ['connect']],
  [net.Server.prototype, ['listen', '_listen2']],
  [tls, ['connect', 'createServer']],
  [http, ['request', 'get', 'createServer']],
  [https, ['request', 'get', 'createServer']],
  [http2, ['connect', 'createServer', 'createSecureServer', 'performServerHandshake']],
  [dgram, ['createSocket', '_createSocketHandle']],
  [dgram.Socket.prototype, ['bind', 'connect', 'send', 'sendto']],
  [inspector, ['open']],
  [process, ['binding', '_linkedBinding']],
];

const names = /^(?:lookup|resolve|reverse)/;
const globals = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];

/**
 * Takes the network away from this process, for good. Node's permission model has no word on it before version 25. What is left
 * to code that gets around the interpreter itself is the operating system's business: see SECURITY.md.
 */
export function closeNetwork(): void {
  for (const [holder, keys] of doors) for (const key of keys) close(holder, key);
  const resolvers = [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype];
  for (const holder of resolvers.flatMap(withAncestors)) {
    for (const key of Object.getOwnPropertyNames(holder)) if (names.test(key)) close(holder, key);
  }
  for (const name of globals) Reflect.deleteProperty(globalThis, name);
  syncBuiltinESMExports();
}

function withAncestors(holder: object): readonly object[] {
  const above: unknown = Object.getPrototypeOf(holder);
  return typeof above !== 'object' || above === null || above === Object.prototype
    ? [holder]
    : [holder, ...withAncestors(above)];
}

function close(holder: object, key: string): void {
  if (!(key in holder)) return;
  Object.defineProperty(holder, key, { value: refuse, writable: false, configurable: false, enumerable: true });
}

function refuse(): never {
  throw Object.assign(new Error('The analysis has no network.'), { code: 'ERR_ACCESS_DENIED' });
}
