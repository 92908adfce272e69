import type { Severity } from '../../../findings/severity.js';
import { inBranch, type Match } from '../../../model/setting.js';
import { type Problem, type ProposedFix, proposeFix } from '../../definition.js';
import type { CredentialsAnswer, EntryPoint } from './open-origins.js';

/** What becomes of credentials for every origin, and of the edit that takes them back. */
interface Consequence {
  readonly severity: Severity;
  readonly says: string;
  readonly note: string;
}

/** What every site can do then. */
export const readable =
  'answers every origin with `Access-Control-Allow-Credentials`, so any website can send requests with the cookies of its visitors and read the answers';

/**
 * Lambda answers with the origin of the request, and so does API Gateway for `https://*`: browsers accept that.
 * API Gateway refuses an HTTP API with `*` and credentials ("allow-credentials is not supported if 'allow-origin' is *").
 * Others answer `*`, which browsers refuse for requests with credentials (Fetch standard, CORS check).
 */
const consequences: Readonly<Record<CredentialsAnswer, Consequence>> = {
  reflected: {
    severity: 'high',
    says: readable,
    note: 'After this edit browsers send no cookies or other credentials to it from other sites.',
  },
  signed: {
    severity: 'low',
    says: 'answers every origin with `Access-Control-Allow-Credentials`; only IAM authentication keeps other websites out',
    note: 'After this edit browsers send no cookies or other credentials to it from other sites.',
  },
  refused: {
    severity: 'low',
    says: 'allows credentials from the origin `*`, a combination that API Gateway rejects at deployment',
    note: 'After this edit the CORS configuration can be deployed.',
  },
  static: {
    severity: 'low',
    says: 'allows credentials from the origin `*`, a combination that browsers reject',
    note: 'After this edit nothing changes for callers: browsers already reject credentials from the origin `*`.',
  },
};

/** Credentials for every origin: what that means depends on how the entry point answers. */
export function credentialsProblem({ about, answer }: EntryPoint, match: Match<boolean>): Problem {
  const { severity, says, note } = consequences[answer];
  return {
    about,
    at: match.at,
    discriminator: 'credentials',
    message: `${about.id} ${says}${inBranch(match)}.`,
    severity,
    confidence: match.confidence,
    fix: withdraw(match, answer, note),
    absorbs: [{ policy: 'cors-too-wide', about: about.id, discriminator: 'origin' }],
  };
}

/** Only where browsers obey today does withdrawing the credentials change anything for callers. */
function withdraw(match: Match<boolean>, answer: CredentialsAnswer, note: string): ProposedFix | undefined {
  const cls = answer === 'reflected' || answer === 'signed' ? 'breaking' : 'exact';
  return proposeFix(cls, match.remove?.() ?? match.write(false), note);
}
