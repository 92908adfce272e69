import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

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

  *check({ functions }) {
    for (const fn of functions) {
      for (const { name, value } of fn.environment) {
        const match = switches.has(name) ? when(value, (text) => text === '0') : undefined;
        if (match === undefined) continue;
        const { at, confidence, origin } = match;
        yield {
          about: fn,
          at,
          confidence,
          message: `${name} turns the check of certificates off for all of ${fn.id}${inBranch(match)}.`,
          discriminator: name,
          fix: proposeFix('breaking', match.write('1'), 'After this edit the certificates of servers are checked.'),
          ...(origin && { origin }),
        };
      }
    }
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['tls'],
      severity: ({ detail }) => (detail === 'cleartext' ? 'medium' : 'high'),
      message: ({ detail }, name) =>
        detail === 'cleartext' ? `${name} connects to a database without TLS` : `${name} does not check certificates`,
    }),
});

/** Variables that `0` turns the check off with: nodejs.org/api/cli, peps.python.org/pep-0493. */
const switches: ReadonlySet<string> = new Set(['NODE_TLS_REJECT_UNAUTHORIZED', 'PYTHONHTTPSVERIFY']);
