import type { Placed } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import type { OtherCheck } from '../findings/other-checks.js';
import { byWeight, fails, isOld, type Profile } from '../findings/outcome.js';
import type { Review } from '../review.js';
import type { Address } from './address.js';
import type { Words } from './words.js';

/** Everything the report of a check run is made from. */
export interface CheckSource {
  readonly review: Review;
  /** Notices of the settings, which come before the review. */
  readonly notices: readonly Notice[];
  readonly profile: Profile;
  readonly words: Words;
  readonly address: Address;
  /** What stands in review comments, now or since an earlier push. */
  readonly commented: ReadonlySet<Placed>;
  /** The problems that earlier reviews of the pull request told, each by its fingerprints. */
  readonly told: readonly (readonly string[])[];
  /** What other analysers made of the same commit. */
  readonly others: readonly OtherCheck[];
}

/** The findings of a review by what they are to the author. */
export interface Sorted {
  /** Introduced or worsened, worst first. */
  readonly fresh: readonly Placed[];
  readonly failing: readonly Placed[];
  readonly existing: readonly Placed[];
  readonly fixed: readonly Placed[];
  readonly suppressed: readonly Placed[];
}

/** Parts the findings of a review. */
export function sortFindings(findings: readonly Placed[], profile: Profile): Sorted {
  const told = [...findings].sort(byWeight);
  const counting = told.filter(({ suppressed }) => suppressed === null);
  const fresh = counting.filter((finding) => !isOld(finding));
  return {
    fresh,
    failing: fresh.filter((finding) => fails(finding, profile)),
    existing: counting.filter(({ status }) => status === 'existing' || status === 'improved'),
    fixed: told.filter(({ status }) => status === 'fixed'),
    suppressed: told.filter(({ suppressed, status }) => suppressed !== null && status !== 'fixed'),
  };
}
