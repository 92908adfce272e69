import type { FunctionCode, StackCode } from '../../../code/stack-code.js';
import type { Route } from '../../../model/api.js';
import { known } from '../../../model/setting.js';
import { definePolicy, type Problem } from '../../definition.js';
import { providers, type WebhookProvider } from './providers.data.js';

export default definePolicy({
  id: 'unsigned-webhook',
  threat: 'broken-authentication',
  title: 'Webhook does not verify signatures',
  several: ['webhooks', 'do not check signatures'],
  severity: 'high',
  why: 'Anyone who knows the URL can fake a payment, a deployment or a message.',
  remedy: 'Verify the signature that the sender puts in a header against the raw body before using it.',
  acceptable: 'Something in front of the function verifies the sender, or the code trusts nothing in the request.',
  references: {
    owasp: ['OW2'],
    csa: ['SAS-2'],
    cwe: ['CWE-345', 'CWE-347'],
    links: {
      any: [
        'https://docs.stripe.com/webhooks/signature',
        'https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries',
      ],
    },
  },

  // Left out: functions that compare a secret of the address or of a header, and those whose code is not known.
  *inspect(code) {
    for (const fn of code.functions) {
      const open = openRoutes(fn, code);
      if (open.length === 0) continue;
      const provider = providerOf(fn);
      const route = open.find(({ path }) => webhook.test(path)) ?? (provider && open[0]);
      if (route === undefined || !takesBody(fn)) continue;
      const problem = problemOf(fn, provider);
      if (problem === undefined) continue;
      yield {
        about: fn.function,
        at: route.at,
        ...problem,
        message: `${fn.function.id} takes ${provider ? `events of ${provider.name} by ` : ''}${route.method} ${route.path}, ${problem.message}.`,
        confidence: 'medium',
        discriminator: `${route.method} ${route.path}`,
      };
    }
  },
});

const webhook = /(?:^|[/_.-])(?:web-?hooks?|hooks?|callbacks?|ipn)(?:$|[/_.-])/i;

/** Routes by which anyone may report something. */
function openRoutes({ function: fn }: FunctionCode, { stack }: StackCode): readonly Route[] {
  if (stack.exposure(fn) !== 'open') return [];
  return stack.routes.filter((route) => route.function === fn.id && /^(?:POST|PUT|ANY|\*)$/i.test(route.method));
}

function takesBody({ mentions }: FunctionCode): boolean {
  const { names, texts } = mentions();
  return [...names].some((name) => bodies.test(name)) || texts.some(({ value }) => value === 'body');
}

const bodies = /^(?:body|rawBody|get_json|get_body|get_data|json|text|formData)$/;

/** Whose events the code takes, as its names and texts tell. */
function providerOf({ mentions }: FunctionCode): WebhookProvider | undefined {
  const { names, texts } = mentions();
  const all = [...names, ...texts.map(({ value }) => value)].filter((one) => one.length < 60);
  const isNamed = (pattern: RegExp) => all.some((one) => pattern.test(one));
  return providers.find(({ words, beside }) => isNamed(words) && (beside === undefined || isNamed(beside)));
}

/** What is missing: any check, or of what is checked by hand how old it is. */
function problemOf(
  fn: FunctionCode,
  provider: WebhookProvider | undefined,
): Pick<Problem, 'message' | 'severity'> | undefined {
  const isAsked = provider?.asking !== undefined && namesAny(fn, provider.asking);
  const isVerified = isAsked || namesAny(fn, provider ? verifying : anySecret);
  if (!isVerified) {
    const severity = namesAny(fn, address) ? 'medium' : 'high';
    return { message: 'and nothing in its code checks a signature', severity };
  }
  const isByHand = namesAny(fn, byHand) && !namesAny(fn, byLibrary);
  return provider?.signsTime && isByHand && !namesAny(fn, clocks)
    ? {
        message: 'and checks the signature but not when it was made, so that a request can be sent again',
        severity: 'low',
      }
    : undefined;
}

/** Names and headers of signatures, comparisons in constant time, and keys that are shared with the sender. */
const verifying =
  /verif(?!ication$)|signature|hmac|timingSafeEqual|compare_digest|construct_?event|validate_?request|webhook_?secret|whsec|svix|x-hub/i;
const anySecret = new RegExp(`${verifying.source}|verif|token|api_?key|authori[sz]|secret`, 'i');
const byHand = /^(?:createHmac|hmac|compare_digest|timingSafeEqual)$/;
const byLibrary =
  /construct_?event|verifyHeader|verifyRequestSignature|SignatureVerifier|RequestValidator|EventWebhook/i;
const clocks = /^(?:now|Date|getTime|time|datetime|timedelta|utcnow|tolerance)$/;
const address = /^(?:sourceIp|source_ip|remote_addr|x-forwarded-for)$/i;

function namesAny({ function: { environment }, mentions }: FunctionCode, pattern: RegExp): boolean {
  const { names, texts } = mentions();
  return (
    environment.some(({ name, value }) => pattern.test(name) && known(value) !== '') ||
    [...names].some((name) => pattern.test(name)) ||
    texts.some(({ value }) => value.length < 60 && pattern.test(value))
  );
}
