/** Who reports events to webhooks and signs them, by what only code that takes their events names. */
export interface WebhookProvider {
  readonly name: string;
  /** Kinds of events, headers, fields. */
  readonly words: RegExp;
  /** Calls that ask the provider whether it knows the event. */
  readonly asking?: RegExp;
  /** What stands beside them, where others may name events alike. */
  readonly beside?: RegExp;
  /** The signature covers a time, so that what was sent before can be told. */
  readonly signsTime: boolean;
}

/*
 * Events, headers and fields: docs.stripe.com/api/events/types; docs.github.com/webhooks/webhook-events-and-payloads (delivery
 * headers); api.slack.com/events/url_verification and /docs/verifying-requests-from-slack (signed is `v0:time:body`);
 * shopify.dev/docs/apps/build/webhooks/verify-deliveries (headers; signed is the body); twilio.com/docs/messaging/guides/webhook-request and
 * /usage/webhooks/webhooks-security (signed are the address and the parameters); developer.paypal.com/api/rest/webhooks/event-names
 * and /api/webhooks/v1 (verification asks for the id and the time of the transmission);
 * twilio.com/docs/sendgrid/for-developers/tracking-events/event and /getting-started-event-webhook-security-features (signed are
 * the time and the body); developers.line.biz/en/docs/messaging-api/verify-webhook-signature (signed is the body). 2026-11-27.
 */
export const providers: readonly WebhookProvider[] = [
  {
    name: 'Stripe',
    words:
      /^(?:checkout\.session|payment_intent|setup_intent|charge|invoice|customer\.subscription|payment_method)\.[a-z_]+(?:\.[a-z_]+)?$/,
    beside: /^(?:stripe|object)$/i,
    asking: /^retrieve$/,
    signsTime: true,
  },
  { name: 'GitHub', words: /^x-github-(?:event|delivery)$/i, signsTime: false },
  {
    name: 'Slack',
    words: /^(?:url_verification|event_callback|x-slack-(?:signature|request-timestamp))$/i,
    signsTime: true,
  },
  { name: 'Shopify', words: /^x-shopify-(?:topic|shop-domain|hmac-sha256)$/i, signsTime: false },
  { name: 'Twilio', words: /^(?:MessageSid|SmsSid|CallSid)$/, signsTime: false },
  { name: 'PayPal', words: /^(?:PAYMENT|CHECKOUT|BILLING|CUSTOMER)\.[A-Z]+(?:[.-][A-Z]+)+$/, signsTime: true },
  { name: 'SendGrid', words: /^sg_(?:message|event)_id$/, signsTime: true },
  { name: 'LINE', words: /^(?:replyToken|x-line-signature)$/, signsTime: false },
];
