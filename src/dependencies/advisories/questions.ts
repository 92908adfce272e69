import type { Notice } from '../../findings/notice.js';
import type { ComponentSet } from '../component.js';
import type { AdvisoryAnswer, PackageVersion } from './advisory.js';
import { isPackageEcosystem, osvName } from './ecosystems.js';

/** Above every real version: only records that no version escapes, as those of malware are, answer for it. */
const aboveAll = '99999.99.99';

/** What advisories have to be asked for so that these sets can be judged. */
export function questionsOf(sets: readonly ComponentSet[]): readonly PackageVersion[] {
  const asked = new Map<string, PackageVersion>();
  for (const { ecosystem, components } of sets) {
    if (!isPackageEcosystem(ecosystem)) continue;
    for (const { name, version, origin } of components) {
      if (origin !== 'registry') continue;
      const question = { ecosystem: osvName(ecosystem), name, version: version ?? aboveAll };
      asked.set(`${ecosystem} ${name} ${question.version}`, question);
    }
  }
  return [...asked.values()];
}

/** What the check must say when the advisories are not all there. `unread` notices keep it from being green. */
export function advisoryNotices(answer: AdvisoryAnswer, changed: readonly ComponentSet[]): readonly Notice[] {
  const [first] = changed;
  if (answer.status !== 'incomplete' || first === undefined) return [];
  const because = answer.problems.slice(0, 3).join(' ');
  const message = `Components were not checked against all advisories. ${because} Run the check again when the source answers.`;
  return changed.map(({ path }) => ({ path, message, kind: 'unread' }));
}
