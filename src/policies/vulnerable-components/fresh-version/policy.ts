import { judgeFresh } from '../../components/fresh.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'fresh-version',
  several: ['versions', 'were published only days ago'],
  threat: 'vulnerable-components',
  title: 'Version is installed soon after it was published',
  severity: 'low',
  why: 'Hijacked releases are mostly found and withdrawn within days; whoever installs a version before that runs what the attacker wrote.',
  remedy: 'Leave new versions out for some days, and let the package manager hold them back.',
  acceptable: 'The version fixes a vulnerability that cannot wait, or it is published by your own organisation.',
  references: {
    cwe: ['CWE-829', 'CWE-1104'],
    links: {
      any: [
        'https://docs.npmjs.com/cli/using-npm/config#min-release-age',
        'https://pnpm.io/settings#minimumreleaseage',
        'https://docs.astral.sh/uv/reference/settings/#exclude-newer',
      ],
    },
  },

  // Left out: lockfiles that do not say when a version was published, and waits that only get shorter.
  judge: judgeFresh,
});
