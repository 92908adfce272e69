/** ARNs, addresses, public keys (SubjectPublicKeyInfo of RSA and P-256 too), what KMS encrypted. */
const beginnings =
  /^(?:arn:|[a-z][a-z0-9+.-]{1,20}:\/\/|ssm:|secretsmanager:|rds!|alias\/|-----BEGIN (?:PUBLIC|CERT)|ssh-(?:rsa|ed25519) |ecdsa-|pk[_.]|MIIBI(?:jAN|DAN)|MFkwEwYHKoZIzj0|AQICAH)/;

/** What a platform puts a value in the place of: `$request.header.x`, `@{parameters('x')}`, `@Microsoft.KeyVault(...)`. */
const expressions = /^\$(?:request|context|input|event|stageVariables|util)\b|^\$\.|@\{|^@[A-Za-z.]{1,80}\(/;

/** States of a setting that is named after a secret. */
const states =
  /^(?:enabled?|disabled?|required|optional|automatic|managed|internal|external|inherit(?:ed)?|unrestricted|standard|plaintext|platform|passthrough|pass-through|forwarded|keyvault|securestring|configured|provided|present|missing|unset|authenticated|unauthenticated|authori[sz]ation)$/i;

/** Versions and days. */
const versions = /^v?\d{1,5}(?:\.\d{1,6}){1,3}(?:[-+.][\w.-]{1,40})?$|^\d{4}-\d{2}-\d{2}/;

/** What anyone may know of a ledger: the address of an account or a contract. Its key is longer. */
const ledgerAddress = /^0x[0-9a-f]{40}$/i;

/** `Server=db;Database=orders;...`, and what says a secret among such. */
const settings = /^[\w ]{1,40}=[^;=]{0,200}(?:;[\w ]{1,40}=[^;=]{0,200}){1,20};?$/;
const secretSetting = /(?:^|;)[\w ]*(?:password|pwd|key|secret|token|sig|signature|sas) ?=/i;

const files =
  /^[\w./-]{1,200}\.(?:json|ya?ml|toml|pem|key|crt|cer|pfx|p12|jks|txt|env|[cm]?[jt]s|py|properties|conf|ini|xml)$/i;

/** True if a text names, places or describes something rather than being it. */
export function pointsElsewhere(value: string): boolean {
  return (
    beginnings.test(value) ||
    expressions.test(value) ||
    states.test(value) ||
    versions.test(value) ||
    files.test(value) ||
    ledgerAddress.test(value) ||
    (settings.test(value) && !secretSetting.test(value)) ||
    /^\d+$/.test(value) ||
    /^[A-Za-z0-9]+\.(?:Arn|Name|Ref|Id)$/.test(value) ||
    /\s\S+\s/.test(value) ||
    isPath(value) ||
    areWords(value)
  );
}

/** The id of a key or of an application is no key. */
export function isUniqueId(value: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
}

/** `my-app`: a step of short words. */
const lowWords = /^[a-z]{2,20}(?:[-_][a-z]{2,20}){0,6}$/;

/** `/reset-password`, `./certs/key`, `@shop/api-key`, `prod/db1/password`: every step is made of words. */
function isPath(value: string): boolean {
  const steps = value.replace(/^\.{0,2}\/|^@(?=[a-z])/, '').split('/');
  const isRooted = steps.join('/') !== value;
  return (
    (isRooted || steps.length > 1) &&
    steps.every((step) => step === '' || /^\{\w+\+?\}$/.test(step) || lowWords.test(step) || isWorded(step))
  );
}

/** Words joined by separators; with digits, or as programs write them (`stripeToken`), where they end in what things are called. */
function areWords(value: string): boolean {
  if (/^(?:[a-z]+|[A-Z][a-z]+|[A-Z]+)(?:[._-](?:[a-z]+|[A-Z][a-z]+|[A-Z]+))+$/.test(value)) return true;
  if (/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/.test(value) && value.split('.').every(isWorded)) return true;
  const isName = /[._-]/.test(value) || /^[a-z]+[A-Z]/.test(value);
  return isName && isWorded(value) && called.test(value);
}

const called = /(?:[._-]|[a-z\d](?=[A-Z]))(?:secrets?|tokens?|password|key|credentials?|name|expression|parameter)$/i;

/** A step or a word made of words: at least two letters each, four on average, with a few digits at most. */
export function isWorded(step: string): boolean {
  const parts = step.slice(0, 200).match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^A-Za-z\d._-]/g) ?? [];
  if (parts.some((part) => /^[^A-Za-z\d]/.test(part))) return false;
  const letters = parts.filter((part) => /^[A-Za-z]/.test(part));
  const digits = parts.filter((part) => /^\d/.test(part));
  const length = letters.join('').length;
  const isShort = digits.every((part) => part.length <= 4) && digits.length <= letters.length;
  return letters.length > 0 && isShort && (letters.length === 1 || length / letters.length >= 3.5);
}
