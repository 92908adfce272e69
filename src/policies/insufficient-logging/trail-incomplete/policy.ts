import { inBranch, type Setting, when } from '../../../model/setting.js';
import type { Trail } from '../../../model/store.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'trail-incomplete',
  several: ['trails', 'miss calls or can be altered'],
  threat: 'insufficient-logging',
  title: 'Trail misses calls or can be altered',
  severity: 'medium',
  why: 'After an incident nobody can say who called a function or read its data, or whether the record of it was changed.',
  remedy: 'Turn on data events for functions, all Regions and file validation, and send the trail to a log group.',
  acceptable: 'Another trail of the account or of the organisation records the rest.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778'],
    peers: [
      ...['CloudTrail.1', 'CloudTrail.2', 'CloudTrail.4', 'CloudTrail.5'],
      ...['CKV_AWS_67', 'CKV_AWS_36', 'CKV_AWS_35', 'CKV_AWS_251', 'CKV2_AWS_10'],
      ...['AWS-0014', 'AWS-0015', 'AWS-0016', 'AWS-0162'],
      ...['CloudTrail Multi Region Disabled', 'CloudTrail Not Integrated With Cloud Watch'],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
        'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
        'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
      ],
    },
  },

  // Left out: accounts without a trail in the stack, which may have one elsewhere, and who may read the files.
  *check({ trails }) {
    for (const trail of trails) for (const lack of lacks) yield* lackOf(trail, lack);
  },
});

interface Lack {
  readonly kind: string;
  readonly setting: (trail: Trail) => Setting<boolean>;
  readonly says: string;
  readonly severity: 'high' | 'medium' | 'low';
  /** What the platform does when nothing is said is as bad. */
  readonly absent: boolean;
  readonly fix?: 'exact' | 'breaking';
  readonly note?: string;
}

const lacks: readonly Lack[] = [
  {
    kind: 'off',
    setting: ({ logging }) => logging,
    says: 'records nothing',
    severity: 'high',
    absent: false,
    fix: 'exact',
  },
  {
    kind: 'data-events',
    setting: ({ functionEvents }) => functionEvents,
    says: 'does not record who calls functions: it has no data events for them',
    severity: 'medium',
    absent: true,
    fix: 'breaking',
    note: 'After this edit every recorded call of a function is charged for.',
  },
  {
    kind: 'region',
    setting: ({ allRegions }) => allRegions,
    says: 'records one Region only, so calls in the others leave no trace',
    severity: 'medium',
    absent: true,
    fix: 'exact',
  },
  {
    kind: 'validation',
    setting: ({ validated }) => validated,
    says: 'has no log file validation, so tampering with its files goes unnoticed',
    severity: 'medium',
    absent: true,
    fix: 'exact',
  },
  {
    kind: 'cw',
    setting: ({ streamed }) => streamed,
    says: 'is sent to no log group, so no alarm can watch it',
    severity: 'medium',
    absent: true,
  },
  {
    kind: 'kms',
    setting: ({ encrypted }) => encrypted,
    says: 'is not encrypted with a key of your own',
    severity: 'low',
    absent: true,
  },
];

function* lackOf(trail: Trail, { kind, setting, says, severity, absent, fix, note }: Lack): Generator<Problem> {
  const match = when(setting(trail), (on) => !on, { absent });
  if (match === undefined) return;
  yield {
    about: trail,
    at: match.at,
    discriminator: kind,
    message: `Trail ${trail.id} ${says}${inBranch(match)}.`,
    severity,
    confidence: match.confidence,
    fix: fix && proposeFix(fix, match.write(true), note),
    related: [trail.at],
  };
}
