import { cleartextAddress, encryptedHost, withTls } from '../../../facts/addresses/cleartext.js';
import type { Stack } from '../../../facts/stack.js';
import { inBranch, known, type Setting, when } from '../../../model/setting.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';
import { calledInCode } from './called-in-code.js';

export default definePolicy({
  id: 'cleartext-endpoint',
  several: ['addresses', 'are called without TLS'],
  threat: 'insecure-transport',
  title: 'Requests are sent without TLS',
  severity: 'medium',
  why: 'Anyone on the network path can read the requests and change the responses.',
  remedy: 'Use HTTPS (or the encrypted form of the protocol), which also authenticates the server.',
  acceptable: 'The address is on a private network, or what is sent is public and its signature is checked.',
  references: {
    owasp: ['OW3'],
    cwe: ['CWE-319'],
    peers: ['FSBP CloudFront.9', 'CKV_AWS_2', 'insecure-transport'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
        'https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html',
      ],
      azure: ['https://learn.microsoft.com/azure/api-management/backends'],
      google: ['https://cloud.google.com/scheduler/docs/http-target-auth'],
      knative: ['https://knative.dev/docs/eventing/features/transport-encryption/'],
      openfaas: ['https://docs.openfaas.com/reference/tls-functions/'],
      any: ['https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html'],
    },
  },

  // Left out: names without a registered ending, private addresses, names of schemas, websites of buckets, and variables that are
  // no addresses to call: origins, namespaces, redirects.
  *check(stack) {
    const others = encryptedHosts(stack);
    for (const fn of stack.functions) {
      for (const { name, value } of fn.environment) {
        if (notCalled.test(name)) continue;
        const problem = problemOf({ about: fn, what: `${name} of ${fn.id}`, setting: value, others });
        if (problem !== undefined) yield { ...problem, discriminator: name };
      }
    }
    for (const forwarding of stack.forwardings ?? []) {
      const { id, what, address } = forwarding;
      const problem = problemOf({ about: forwarding, what: `The ${what} of ${id}`, setting: address, others });
      if (problem !== undefined) yield { ...problem, discriminator: what };
    }
  },
  inspect: (code) => calledInCode(code, encryptedHosts(code.stack)),
});

/** Variables that say who may call, what something is called, or where people are sent. */
const notCalled =
  /origin|cors|allow|namespace|xmlns|schema|audience|issuer|referr?er|agent|proxy|redirect|callback|return|front_?end|website|(?:^|_)site|domain|link/i;

interface Asked {
  readonly about: Problem['about'];
  readonly what: string;
  readonly setting: Setting<string>;
  readonly others: ReadonlySet<string>;
}

function problemOf({ about, what, setting, others }: Asked): Problem | undefined {
  const match = when(setting, (text) => cleartextAddress(text) !== undefined);
  const text = known(setting);
  const found = text === undefined ? undefined : cleartextAddress(text);
  if (match === undefined) return undefined;
  const { at, confidence, origin } = match;
  const protocol = found === undefined ? 'a protocol without TLS' : found.scheme.toUpperCase();
  const secret = found?.hasCredentials === true ? ', with a password or token in the address' : '';
  const better = text === undefined || found === undefined ? undefined : withTls(text, found, others);
  return {
    about,
    at,
    confidence,
    severity: secret === '' ? 'medium' : 'high',
    message: `${what} calls ${found?.host ?? 'another system'} by ${protocol}${secret}${inBranch(match)}.`,
    fix:
      better === undefined
        ? undefined
        : proposeFix('breaking', match.write(better), 'After this edit the certificate of the address is checked.'),
    ...(origin && { origin }),
  };
}

/** Hosts that the same stack names by HTTPS. */
function encryptedHosts({ functions, forwardings = [] }: Stack): ReadonlySet<string> {
  const settings = [
    ...functions.flatMap(({ environment }) => environment.map(({ value }) => value)),
    ...forwardings.map(({ address }) => address),
  ];
  return new Set(settings.flatMap((setting) => encryptedHost(known(setting) ?? '') ?? []));
}
