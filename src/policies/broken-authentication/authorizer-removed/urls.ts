import type { Stack } from '../../../facts/stack.js';
import { weaker } from '../../../model/confidence.js';
import { known } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';
import { confidenceOf, isLiteral } from './literal.js';
import { placeOf } from './place.js';

/** Function URLs that asked for signed requests before. */
export function* openedUrls(base: Stack, head: Stack): Generator<Problem> {
  const before = new Map(base.urls.map((url) => [url.id, url]));
  for (const url of head.urls) {
    const earlier = before.get(url.id);
    if (
      earlier === undefined ||
      known(earlier.auth) !== 'iam' ||
      url.auth.kind !== 'known' ||
      url.auth.value !== 'none'
    )
      continue;
    yield {
      about: url,
      ...placeOf(earlier.auth, url.auth, url),
      message: `The function URL of ${url.function ?? url.id} no longer requires AWS_IAM authentication.`,
      confidence: weaker(confidenceOf(earlier.auth), confidenceOf(url.auth)),
      fix: proposeFix('exact', isLiteral(url.auth) ? url.auth.write('iam') : undefined),
      absorbs: [{ policy: 'function-url-open', about: url.id }],
    };
  }
}
