import { AwsClient } from 'aws4fetch';
import { z } from 'zod';

/** The two calls to AWS that Postern makes on Lambda, signed with the function's role. */
export interface Aws {
  readonly secret: (id: string) => Promise<Readonly<Record<string, string>>>;
  readonly send: (queueUrl: string, message: string) => Promise<void>;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Milliseconds for a call: GitHub waits ten seconds for its own answer. */
const patience = 4000;

/** Lambda's own variables tell region and credentials; `AWS_ENDPOINT_URL` names another address, for tests. */
export function openAws(variables: Variables): Aws {
  const { AWS_REGION: region = '', AWS_ENDPOINT_URL: endpoint } = variables;
  const client = new AwsClient({
    accessKeyId: variables.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: variables.AWS_SECRET_ACCESS_KEY ?? '',
    ...(variables.AWS_SESSION_TOKEN && { sessionToken: variables.AWS_SESSION_TOKEN }),
    region,
    retries: 2,
  });
  const call = async (service: 'sqs' | 'secretsmanager', target: string, body: unknown): Promise<unknown> => {
    const answer = await client.fetch(endpoint ?? `https://${service}.${region}.${domainOf(region)}/`, {
      method: 'POST',
      headers: { 'content-type': `application/x-amz-json-${versions[service]}`, 'x-amz-target': target },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
      aws: { service },
    });
    if (!answer.ok) throw new Error(`${target} answers with status ${answer.status}: ${await typeOf(answer)}`);
    return answer.json();
  };
  return {
    secret: async (id) => secretIn(id, await call('secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: id })),
    send: async (queueUrl, message) => {
      await call('sqs', 'AmazonSQS.SendMessage', { QueueUrl: queueUrl, MessageBody: message });
    },
  };
}

/** Versions of the JSON protocol that the services speak. */
const versions = { sqs: '1.0', secretsmanager: '1.1' } as const;

function domainOf(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}

/** The name of the error, and nothing else of the answer. */
async function typeOf(answer: Response): Promise<string> {
  const told = z.object({ __type: z.string() }).safeParse(await answer.json().catch(() => undefined));
  return told.success ? told.data.__type.slice(0, 100) : 'no reason given';
}

const answerShape = z.object({ SecretString: z.string() });
const valuesShape = z.record(z.string().regex(/^[A-Z_]+$/), z.string());

function secretIn(id: string, answer: unknown): Readonly<Record<string, string>> {
  try {
    return valuesShape.parse(JSON.parse(answerShape.parse(answer).SecretString));
  } catch {
    throw new Error(`The secret ${id} is not a JSON object of variables, such as {"WEBHOOK_SECRET": "..."}.`);
  }
}
