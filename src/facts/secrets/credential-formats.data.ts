/** A kind of credential that its format gives away. */
export interface CredentialFormat {
  readonly name: string;
  /** Bounded repetitions and one literal start each, so that looking costs time linear in the text. */
  readonly pattern: RegExp;
  /** The format alone proves a key that works until it is revoked. */
  readonly live: boolean;
}

/**
 * Compiled 2026-11-25 from the token formats in the documentation of AWS (IAM unique identifiers), GitHub (About
 * authentication), GitLab (Token overview), Slack (Tokens; Incoming webhooks), Stripe (API keys), Twilio, SendGrid, npm,
 * PyPI, Google Cloud (API keys, service-account keys), Microsoft (Storage and Service Bus connection strings, shared access
 * signatures), OpenAI, Anthropic, Hugging Face, DigitalOcean, Shopify, Mailgun; RFC 7468 (key blocks) and RFC 7519 (JWT).
 * 2026-11-27: Discord (https://discord.com/developers/docs/resources/webhook: whoever has the address posts, without more) and
 * Telegram (https://core.telegram.org/bots/api#authorizing-your-bot; the form is that of tokens in public repositories).
 */
export const credentialFormats: readonly CredentialFormat[] = [
  { name: 'private key', pattern: /-----BEGIN (?:[A-Z]{2,9} ){0,2}PRIVATE KEY(?: BLOCK)?-----/, live: true },
  { name: 'AWS access key ID', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/, live: false },
  { name: 'GitHub token', pattern: /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,255}/, live: true },
  { name: 'GitHub fine-grained token', pattern: /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{40,255}/, live: true },
  { name: 'GitLab token', pattern: /(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,64}/, live: true },
  { name: 'Slack token', pattern: /(?<![A-Za-z0-9])xox[abeprs]-[A-Za-z0-9-]{10,250}/, live: true },
  {
    name: 'Slack webhook',
    pattern: /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{6,14}\/B[A-Z0-9]{6,14}\/[A-Za-z0-9]{16,40}/,
    live: true,
  },
  {
    name: 'Discord webhook',
    pattern:
      /https:\/\/(?:[a-z]{3,8}\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{17,20}\/[A-Za-z0-9_-]{60,80}/,
    live: true,
  },
  { name: 'Telegram bot token', pattern: /(?<![A-Za-z0-9])\d{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/, live: true },
  { name: 'Stripe live key', pattern: /(?<![A-Za-z0-9])[sr]k_live_[A-Za-z0-9]{16,250}/, live: true },
  { name: 'Twilio API key', pattern: /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])/, live: false },
  { name: 'SendGrid key', pattern: /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,64}/, live: true },
  { name: 'npm token', pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/, live: true },
  { name: 'PyPI token', pattern: /(?<![A-Za-z0-9])pypi-AgE[A-Za-z0-9_-]{50,250}/, live: true },
  { name: 'Google API key', pattern: /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/, live: true },
  { name: 'Google client secret', pattern: /(?<![A-Za-z0-9])GOCSPX-[A-Za-z0-9_-]{28}/, live: true },
  { name: 'Azure storage key', pattern: /AccountKey=[A-Za-z0-9+/]{86}==/, live: true },
  { name: 'Azure shared access key', pattern: /SharedAccessKey=[A-Za-z0-9+/]{40,88}={0,2}/, live: true },
  { name: 'Azure shared access signature', pattern: /[?&;]sig=[A-Za-z0-9%+/]{40,120}/, live: true },
  { name: 'OpenAI key', pattern: /(?<![A-Za-z0-9])sk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{40,200}/, live: true },
  { name: 'Anthropic key', pattern: /(?<![A-Za-z0-9])sk-ant-[A-Za-z0-9_-]{20,200}/, live: true },
  { name: 'Hugging Face token', pattern: /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{34}(?![A-Za-z0-9])/, live: true },
  { name: 'DigitalOcean token', pattern: /(?<![A-Za-z0-9])dop_v1_[0-9a-f]{64}/, live: true },
  { name: 'Shopify token', pattern: /(?<![A-Za-z0-9])shp(?:at|ca|pa|ss)_[0-9a-f]{32}/, live: true },
  { name: 'Mailgun key', pattern: /(?<![A-Za-z0-9])key-[0-9a-f]{32}(?![A-Za-z0-9])/, live: true },
  {
    name: 'JSON Web Token',
    pattern: /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{8,1000}\.eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{16,1000}/,
    live: false,
  },
  {
    name: 'authorization header',
    pattern:
      /(?<![A-Za-z0-9])(?:Bearer|Basic) (?=[A-Za-z]{0,100}[0-9])(?=[0-9]{0,100}[A-Za-z])(?<secret>[A-Za-z0-9._~+/-]{20,500})/,
    live: false,
  },
  {
    name: 'URL with a password',
    pattern:
      /(?<![A-Za-z0-9])[a-z][a-z0-9+.-]{1,20}:\/\/(?<user>[^\s:@/'"]{0,64}):(?<secret>[^\s@/'"]{3,128})@(?<host>[^\s@/:?'"]{1,253})/,
    live: false,
  },
  {
    name: 'connection string with a password',
    pattern:
      /(?:Server|Data Source|Host|AccountEndpoint)\s?=[^\n]{1,200}?;\s?(?:Password|Pwd|AccountKey)\s?=\s?(?<secret>[^;\s'"]{6,128})/i,
    live: false,
  },
];
