import type { ServerlessFunction } from '../../../model/function.js';
import { when } from '../../../model/setting.js';
import { definePolicy, type Problem } from '../../definition.js';
import { foreignApplications } from './applications.js';
import { foreignLayers, publisherOf } from './layers.js';

export default definePolicy({
  id: 'unknown-layer-publisher',
  several: ['functions', 'load layers of unknown publishers'],
  threat: 'vulnerable-components',
  title: 'Layer or application comes from an unknown publisher',
  severity: 'high',
  why: 'A layer runs in every invocation with the permissions of the function: whoever owns the account can publish code that reads its data and its credentials.',
  remedy:
    'Build the layer from source in your own account, or add the account to `trust.layerPublishers` once you know whose it is.',
  acceptable: 'The account is one of your own, or belongs to a supplier whom you trust with the data of the function.',
  references: {
    owasp: ['OW9'],
    csa: ['SAS-6'],
    cwe: ['CWE-829'],
    peers: ['CKV_AWS_272'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html',
        'https://docs.aws.amazon.com/serverlessrepo/latest/devguide/what-is-serverlessrepo.html',
      ],
    },
  },

  // Signatures are asked for by the profile `strict` only.
  // Left out: layers of the stack and of its own account, whatever account that is, and addresses with unknown parts.
  *check(stack, { trust, isStrict }) {
    yield* foreignApplications(stack, trust.layerPublishers);
    for (const fn of stack.functions) {
      if (isStrict) yield* unsigned(fn);
      for (const layer of foreignLayers(fn)) {
        const publisher = publisherOf(layer);
        if (publisher?.isOwn === true || trust.layerPublishers.includes(layer.account)) continue;
        const whose =
          publisher === undefined
            ? `whose owner is not known`
            : `which belongs to ${publisher.name} but is not known to publish a layer of that name`;
        const { at, origin } = layer.written;
        yield {
          about: fn,
          at,
          ...(origin && { origin }),
          discriminator: `${layer.account} ${layer.name}`,
          message: `${fn.id} loads the layer ${layer.name} of account ${layer.account}, ${whose}.`,
          confidence: 'medium',
          advice:
            'Build the layer from source in your own account, or add the account to `trust.layerPublishers` in the settings.',
        };
      }
    }
  },
});

/** The sub-check `code-signing`, which only the profile `strict` asks for. */
function* unsigned(fn: ServerlessFunction): Iterable<Problem> {
  const match = fn.packaging === 'zip' && fn.codeSigned && when(fn.codeSigned, (signed) => !signed, { absent: true });
  if (!match) return;
  yield {
    about: fn,
    at: match.at,
    severity: 'low',
    confidence: match.confidence,
    strictOnly: true,
    discriminator: 'code-signing',
    message: `${fn.id} does not require its code to be signed.`,
    advice: 'Name a code signing configuration with the profiles that may sign.',
  };
}
