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
 * docs.stripe.com/api/events/types, docs.github.com (webhook events and payloads), docs.slack.dev (verifying requests from Slack),
 * shopify.dev (webhooks, headers), twilio.com/docs (webhook requests), developer.paypal.com (webhook event names),
 * twilio.com/docs/sendgrid (event webhook), developers.line.biz (messaging API, signature). 2026-11-27.
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
