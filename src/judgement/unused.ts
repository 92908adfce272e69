import type { Found } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { covers, type SettingsSuppression } from '../findings/suppress.js';
import { isPast } from '../findings/suppression.js';
import { spanKey } from '../model/span.js';
import { settingsPath } from '../settings/layers.js';
import { nearestName } from '../settings/nearest-name.js';
import { activePolicies, type Judge } from './judge.js';
import type { WrittenSuppression } from './new-suppressions.js';

/** Suppressions in files, and those of them that silenced nothing in what was looked at. */
export interface SuppressionUse {
  readonly written: readonly WrittenSuppression[];
  readonly unused: readonly WrittenSuppression[];
}

/** Which suppressions silenced something. */
export function useOf(written: readonly WrittenSuppression[], findings: readonly Found[]): SuppressionUse {
  const used = new Set(
    findings.flatMap(({ policy, suppressed }) => (suppressed?.at ? keyOf(policy, suppressed.at) : [])),
  );
  return { written, unused: written.filter(({ policy, at }) => !used.has(keyOf(policy, at))) };
}

function keyOf(policy: string, at: WrittenSuppression['at']): string {
  return `${policy} ${spanKey(at)}`;
}

/**
 * Tells of suppressions that silence nothing in any of the stacks their file belongs to. Only of policies that judge a stack as it
 * stands: others find something in a change, or when advisories are asked.
 */
export function unusedNotices(uses: readonly SuppressionUse[], judge: Judge): readonly Notice[] {
  const unused = new Set(uses.flatMap((use) => use.unused.map(({ policy, at }) => keyOf(policy, at))));
  for (const { written, unused: own } of uses) {
    for (const one of written) if (!own.includes(one)) unused.delete(keyOf(one.policy, one.at));
  }
  const ids = standingPolicies(judge);
  const told = uses.flatMap(({ unused: own }) => own).filter((one) => unused.has(keyOf(one.policy, one.at)));
  return told
    .filter(({ policy }) => ids.has(policy))
    .map(({ policy, at, writtenOn }) => ({
      path: at.path,
      line: writtenOn,
      message: `This suppression silences nothing: ${policy} finds no problem there. Remove it, or move it to the line of the problem.`,
      kind: 'settings',
    }));
}

function standingPolicies(judge: Judge): ReadonlySet<string> {
  return new Set(activePolicies(judge).flatMap((policy) => ('check' in policy ? policy.id : [])));
}

/** Entries of the settings that cover nothing in a whole tree, with the nearest name that they would cover. */
export function unusedEntries(findings: readonly Found[], judge: Judge): readonly Notice[] {
  const ids = standingPolicies(judge);
  const open = judge.settings.suppressions.filter(({ policy, until }) => ids.has(policy) && !isPast(until, judge.date));
  return open
    .filter((entry) => !findings.some((finding) => finding.policy === entry.policy && covers(entry, finding)))
    .map((entry) => ({ path: settingsPath, message: sayOf(entry, findings), kind: 'settings' }));
}

function sayOf({ policy, resource, path }: SettingsSuppression, findings: readonly Found[]): string {
  const names = findings.filter((finding) => finding.policy === policy).flatMap((finding) => finding.names);
  const nearest = resource === undefined ? undefined : nearestName(resource, names);
  const of = [resource && ` of ${JSON.stringify(resource)}`, path && ` in ${JSON.stringify(path)}`]
    .filter(Boolean)
    .join('');
  const hint = nearest === undefined || nearest === resource ? '' : `; did you mean ${JSON.stringify(nearest)}`;
  return `The suppression of ${policy}${of} silences nothing${hint}.`;
}
