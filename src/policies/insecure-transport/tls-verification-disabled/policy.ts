import { judgeUnverified } from '../../components/unverified.js';
import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';
import { ownConnections } from './own-connections.js';
import { unverifiedConnections } from './variables.js';

export default definePolicy({
  id: 'tls-verification-disabled',
  threat: 'insecure-transport',
  title: 'Certificates are not verified',
  several: ['connections', 'do not verify certificates'],
  severity: 'high',
  why: 'Anyone on the network path can impersonate the server, and read and change the traffic.',
  remedy: 'Keep certificate verification on; trust a private authority with `NODE_EXTRA_CA_CERTS` or a CA bundle.',
  acceptable: "The code runs only on a developer's machine.",
  references: {
    owasp: ['OW3'],
    cwe: ['CWE-295', 'CWE-297'],
    peers: ['bypass-tls-verification', 'disabled-cert-validation'],
    links: { any: ['https://nodejs.org/api/tls.html', 'https://cwe.mitre.org/data/definitions/295.html'] },
  },

  // Left out: addresses of databases with a password in them, which are told as secrets.
  *check(stack) {
    yield* unverifiedConnections(stack);
    yield* ownConnections(stack);
  },

  judge: judgeUnverified,

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['tls'],
      severity: ({ detail }) => (detail === 'cleartext' ? 'medium' : 'high'),
      message: ({ detail }, name) =>
        detail === 'cleartext'
          ? `${name} connects to a database without verified TLS`
          : `${name} does not check certificates`,
    }),
});
