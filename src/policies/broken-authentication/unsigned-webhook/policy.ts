import type { FunctionCode, StackCode } from '../../../code/stack-code.js';
import type { Route } from '../../../model/api.js';
import { known } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';

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
      const route = webhookOf(fn, code);
      if (route === undefined || !takesBody(fn) || isVerified(fn)) continue;
      yield {
        about: fn.function,
        at: route.at,
        message: `${fn.function.id} takes ${route.method} ${route.path}, and nothing in its code checks a signature.`,
        confidence: 'medium',
        discriminator: `${route.method} ${route.path}`,
      };
    }
  },
});

const webhook = /(?:^|[/_.-])(?:web-?hooks?|hooks?|callbacks?|ipn)(?:$|[/_.-])/i;

/** An open route by which others report something. */
function webhookOf({ function: fn }: FunctionCode, { stack }: StackCode): Route | undefined {
  if (stack.exposure(fn) !== 'open') return undefined;
  return stack.routes.find(
    (route) => route.function === fn.id && /^(?:POST|PUT|ANY|\*)$/i.test(route.method) && webhook.test(route.path),
  );
}

function takesBody({ mentions }: FunctionCode): boolean {
  const { names, texts } = mentions();
  return [...names].some((name) => bodies.test(name)) || texts.some(({ value }) => value === 'body');
}

const bodies = /^(?:body|rawBody|get_json|get_body|get_data|json|text|formData)$/;

/** Names and headers of signatures, comparisons in constant time, and keys that are shared with the sender. */
const verifying =
  /verif|signature|hmac|timingSafeEqual|compare_digest|constructEvent|construct_event|validateRequest|webhook_?secret|svix|x-hub|token|api_?key|authori[sz]|secret/i;

function isVerified({ function: { environment }, mentions }: FunctionCode): boolean {
  const { names, texts } = mentions();
  if (environment.some(({ name, value }) => verifying.test(name) && known(value) !== '')) return true;
  return (
    [...names].some((name) => verifying.test(name)) ||
    texts.some(({ value }) => value.length < 60 && verifying.test(value))
  );
}
