import { credentialIn, isSecret } from '../../../facts/secrets/secrets.js';
import type { Severity } from '../../../findings/severity.js';
import { type Match, type Setting, when } from '../../../model/setting.js';

/** What a text gives away, without repeating it. */
export interface Exposed {
  readonly what: string;
  readonly severity: Severity;
  /** A key that works. */
  readonly isIncident: boolean;
  readonly match: Match<string>;
}

/** A secret that stands under a name in plain text. Several names: the setting is known under each of them. */
export function exposedIn(
  names: readonly string[],
  setting: Setting<string>,
  environment: string,
): Exposed | undefined {
  for (const severity of ['critical', 'high'] as const) {
    const isExposed = (text: string) => grade(names, text)?.severity === severity;
    const match = when(setting, isExposed);
    if (match === undefined) continue;
    const what = valuesOf(setting)
      .map((text) => grade(names, text))
      .find((found) => found?.severity === severity)?.what;
    const lowered = severity === 'high' && environment === 'other' ? 'medium' : severity;
    return { what: what ?? 'secret', severity: lowered, isIncident: severity === 'critical', match };
  }
  return undefined;
}

function grade(
  names: readonly string[],
  text: string,
): { readonly what: string; readonly severity: Severity } | undefined {
  const credential = credentialIn(text);
  if (credential) return { what: article(credential.name), severity: credential.live ? 'critical' : 'high' };
  if (!names.some((name) => isSecret(name, text))) return undefined;
  if (/^[A-Za-z0-9/+]{40}$/.test(text) && names.some((name) => /secret_?(?:access_?)?key/i.test(name))) {
    return { what: 'an AWS secret access key', severity: 'critical' };
  }
  return { what: 'a secret', severity: 'high' };
}

function article(name: string): string {
  return `${/^(?:[AEIO]|npm )/i.test(name) ? 'an' : 'a'} ${name}`;
}

function valuesOf(setting: Setting<string>): readonly string[] {
  if (setting.kind === 'choice') return setting.cases.flatMap(({ setting: inner }) => valuesOf(inner));
  return setting.kind === 'known' ? [setting.value] : [];
}
