import { beforeAll, describe, expect, test } from '@jest/globals';
import { providerOf } from '../../src/findings/provider.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { everythingSaid, type Said } from '../support/messages.js';

let said: readonly Said[] = [];

beforeAll(async () => {
  await prepareFrameworks();
  said = await everythingSaid();
});

/** What the style guide has other words for. */
const poor =
  /\bstrangers?\b|\bdoors?\b|powerful rights|\brights\b|for ever\b|may do more than|no patches since|accepts anyone|asked for|callers then|[!]/i;
/** Parts that nobody knew, and signs that nobody sees. */
const unreadable = /\{\?\}|\?\/|\$\{\?\}|undefined|NaN|[\u200b-\u200d\ufeff]/;

const awsWords = /\bAWS\b|Lambda|CloudWatch|\bSQS\b|\bSNS\b|\bS3\b|EventBridge|SigV4|DynamoDB|X-Ray|API Gateway/;
const azureWords = /Azure|Application Insights|Entra|App Service/;
const googleWords = /Google|Cloud Run|allUsers|Pub\/Sub/;
const foreign = {
  aws: new RegExp(`${azureWords.source}|${googleWords.source}`),
  azure: new RegExp(`${awsWords.source}|${googleWords.source}`),
  google: new RegExp(`${awsWords.source}|${azureWords.source}`),
  knative: new RegExp(`${awsWords.source}|${azureWords.source}`),
  openfaas: new RegExp(`${awsWords.source}|${azureWords.source}|${googleWords.source}`),
};

const texts = catalogue.flatMap(({ id, title, why, remedy, acceptable }) => [
  [`${id}: title`, title],
  [`${id}: why`, why],
  [`${id}: remedy`, remedy],
  [`${id}: when it is right to suppress`, acceptable],
]);

describe('the words of policies', () => {
  test.each(texts)('%s is plain English', (_, text) => expect(text).not.toMatch(poor));

  test.each(catalogue.map(({ id, title, why }) => [id, title, why]))(
    '%s: why says more than the title',
    (_, title, why) => expect(why.toLowerCase()).not.toContain(title.toLowerCase()),
  );

  test.each(catalogue.map(({ id, remedy }) => [id, remedy]))('%s: a remedy begins with a verb', (_, remedy) =>
    expect(remedy).toMatch(
      /^(?:Add|Ask|Bind|Block|Build|Check|Close|Configure|Declare|Deny|Escape|Filter|Give|Grant|Keep|Leave|Limit|List|Log|Make|Move|Name|Package|Parse|Pick|Pin|Reduce|Refuse|Regenerate|Release|Remove|Replace|Require|Restore|Return|Run|Set|Split|Switch|Take|Throw|Turn|Upgrade|Use|Validate|Verify|Write) /,
    ),
  );
});

/** Serverless Framework writes for other clouds as well; the example's name says it. */
function platformOf(example: string): 'azure' | 'google' | undefined {
  if (/^serverless\.azure/.test(example)) return 'azure';
  return /^serverless\.google/.test(example) ? 'google' : undefined;
}

function rows(of: (one: Said) => string | undefined): readonly (readonly [string, string])[] {
  return said.flatMap((one) => {
    const text = of(one);
    return text === undefined ? [] : [[`${one.policy.id} on ${one.example}`, text] as const];
  });
}

function offending(pattern: RegExp, of: (one: Said) => string | undefined): readonly (readonly [string, string])[] {
  return rows(of).filter(([, text]) => pattern.test(text));
}

describe('everything said of the examples', () => {
  test('every policy says something', () =>
    expect(new Set(said.map(({ policy }) => policy.id))).toEqual(new Set(catalogue.map(({ id }) => id))));

  test('messages are sentences', () =>
    expect(rows(({ finding }) => finding.message).filter(([, text]) => !/^\S.*\.$/.test(text))).toEqual([]));

  test('messages are plain English', () => expect(offending(poor, ({ finding }) => finding.message)).toEqual([]));

  test('messages, notes and advice can be read', () =>
    expect(
      offending(unreadable, ({ finding }) => [finding.message, finding.fix?.note, finding.advice].join(' ')),
    ).toEqual(offending(/undefined (?!$)/, () => undefined)));

  test('notes say what holds after the edit', () =>
    expect(rows(({ finding }) => finding.fix?.note).filter(([, note]) => !note.startsWith('After this edit'))).toEqual(
      [],
    ));

  test('no platform is told in the words of another', () => {
    const mixed = said.flatMap(({ policy, example, finding }) => {
      const provider = platformOf(example) ?? providerOf(finding);
      const text = [finding.message, finding.fix?.note].join(' ');
      return provider !== undefined && foreign[provider].test(text) ? [[policy.id, example, text]] : [];
    });
    expect(mixed).toEqual([]);
  });

  test('what a note takes back the message does not claim', () => {
    const contradicting = said.filter(({ finding }) => {
      const { message, fix } = finding;
      return /nothing changes/.test(fix?.note ?? '') && !/rejects?\b/.test(message);
    });
    expect(contradicting.map(({ finding }) => finding.message)).toEqual([]);
  });

  test('every finding links to a page of its platform, or to one of nobody in particular', () => {
    const lost = said.filter(({ policy, finding }) => {
      const provider = providerOf(finding);
      const { links } = policy.references;
      return provider !== undefined && links[provider] === undefined && links.any === undefined;
    });
    expect(lost.map(({ policy, example }) => `${policy.id} on ${example}`)).toEqual([]);
  });
});
