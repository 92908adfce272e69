/**
 * Endings that domains are registered under, beside those of two letters. A selection of https://data.iana.org/TLD/tlds-alpha-by-domain.txt,
 * committed here on 2026-11-26. */
export const usualEndings: ReadonlySet<string> = new Set([
  'com',
  'net',
  'org',
  'edu',
  'gov',
  'mil',
  'int',
  'info',
  'biz',
]);

/** Others, which may also be called so by oneself: a namespace `shop`. They count from three names on. */
export const furtherEndings: ReadonlySet<string> = new Set(
  `academy agency app bank blog care cat cloud club codes community company consulting dev digital email energy engineering
  events expert finance fun games global group health host insure international jobs land legal life live ltd market media
  mobi money network news ngo online page partners photos pro run school services shop site social software solutions space
  store studio support systems team tech technology tools top travel university video wiki work works world xyz zone`.split(
    /\s+/,
  ),
);

/** Services that answer by HTTPS as well, by the ends of their names: what is written may be written with it. Seen in their documentation. */
export const httpsServices: readonly string[] = [
  ...['api.github.com', 'slack.com', 'api.stripe.com', 'api.twilio.com', 'api.sendgrid.com', 'api.openai.com'],
  ...['discord.com', 'api.telegram.org', 'graph.facebook.com', 'googleapis.com', 'cloudfunctions.net', 'run.app'],
  ...[
    'graph.microsoft.com',
    'azurewebsites.net',
    'on.aws',
    'cloudfront.net',
    'herokuapp.com',
    'vercel.app',
    'github.io',
  ],
];
