import { definePolicy } from '../../definition.js';
import { clientProblems } from './clients.js';
import { guestProblems, poolProblems } from './pools.js';

export default definePolicy({
  id: 'identity-pool-weak',
  several: ['user directories', 'have weak sign-in settings'],
  threat: 'broken-authentication',
  title: 'User directory or guest identity is too permissive',
  severity: 'medium',
  why: 'An attacker who guesses or phishes a password can sign in as its owner, and guests get cloud credentials without signing in.',
  remedy:
    'Turn off guest identities, offer a second factor, and sign users in with SRP or the authorization code flow.',
  acceptable:
    'Guests can do only what is public anyway, or users sign in at another provider that requires a second factor.',
  references: {
    owasp: ['OW2'],
    csa: ['SAS-2'],
    cwe: ['CWE-287', 'CWE-521', 'CWE-204'],
    peers: [
      ...['FSBP Cognito.1', 'FSBP Cognito.2', 'CKV_AWS_366', 'W57', 'F78', 'Cognito UserPool Without MFA'],
      ...['AwsSolutions-COG1', 'AwsSolutions-COG2', 'AwsSolutions-COG7'],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
        'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
        'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html',
      ],
    },
  },

  // Left out: pools whose clients are machines only, and defaults of new clients that are safe.
  *check(stack) {
    const directories = stack.directories ?? [];
    for (const one of directories) {
      if (one.kind === 'identity-pool') yield* guestProblems(one, stack);
      else if (one.kind === 'user-pool') yield* poolProblems(one, directories);
      else yield* clientProblems(one);
    }
  },
});
