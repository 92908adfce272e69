/**
 * On-demand prices of US East (N. Virginia), us-east-1, in US dollars, first tier, x86, without free tiers and discounts.
 * Sources, read 2026-11-26. Lambda: https://docs.aws.amazon.com/whitepapers/latest/how-aws-pricing-works/lambda.html, and AWS's price
 * list (https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AWSLambda/current/index.json), usage types `Request` and
 * `Lambda-GB-Second`. API Gateway: the price list of AmazonApiGateway, `USE1-ApiGatewayRequest` (SKU KKDZ3TFSXUSMCZ3A),
 * `USE1-ApiGatewayHttpRequest` (SKU FC2TWT2UEPTBKVBX) and `USE1-ApiGatewayMessage`, and the worked examples of
 * https://aws.amazon.com/api-gateway/pricing/, which also says what is metered by 32 KB and by 512 KB. Limits:
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html (1,000 instances are 10,000 requests a second),
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html (10,000 requests a second, burst 5,000, 10 MB).
 */
export const prices = {
  date: '2026-11-26',
  region: 'us-east-1',
  perInvocation: 0.2 / 1_000_000,
  perGigabyteSecond: 0.0000166667,
} as const;

/** What a front asks for each request, the largest request counted, and how many a second it lets through by default. */
export interface FrontPrice {
  /** One request, of one unit. */
  readonly perRequest: number;
  /** Units that the largest request is metered as: HTTP APIs by 512 KB of at most 10 MB, WebSockets by 32 KB of at most 128 KB. */
  readonly mostUnits: number;
  /** Requests a second that an account has by default, and what may come at once above it. */
  readonly defaultRate: number;
  readonly defaultBurst: number;
}

const gateway = { defaultRate: 10_000, defaultBurst: 5_000 } as const;

export const fronts = {
  rest: { perRequest: 3.5 / 1_000_000, mostUnits: 1, ...gateway },
  http: { perRequest: 1 / 1_000_000, mostUnits: 20, ...gateway },
  websocket: { perRequest: 1 / 1_000_000, mostUnits: 4, ...gateway },
  /** A function's own address costs nothing and lets through what the function takes. */
  url: { perRequest: 0, mostUnits: 1, defaultRate: Number.POSITIVE_INFINITY, defaultBurst: 0 },
} as const satisfies Readonly<Record<string, FrontPrice>>;

/** Default quotas and limits of Lambda. */
export const lambdaLimits = {
  concurrency: 1_000,
  /** Requests a second that one concurrent instance takes at most. */
  requestsPerInstance: 10,
  memory: 128,
  mostMemory: 10_240,
  timeout: 3,
  mostTimeout: 900,
} as const;

/**
 * A message to SQS: a FIFO queue's price, the higher one, for each 64 KB of at most 1 MiB. A standard queue takes nearly any number of
 * them. Sources, read 2026-11-26: AWS's price list of AWSQueueService, group SQS-APIRequest, FIFO, us-east-1;
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html.
 */
export const queuePrice = { perRequest: 0.5 / 1_000_000, mostUnits: 16 } as const;

/** What an instance costs while it works. */
export interface InstancePrice {
  readonly perGigabyteSecond: number;
  readonly perCpuSecond: number;
  /** Processors of the largest instance: how many one has is not read. */
  readonly mostCpus: number;
  /** MB of the largest instance, where none is written. */
  readonly mostMemory: number;
}

/**
 * Sources, read 2026-11-26: https://cloud.google.com/run/pricing (tier 1, processors while requests are served: $0.000024 and $0.0000025)
 * and https://cloud.google.com/run/quotas (8 vCPU, 32 GiB).
 */
export const googlePrice = {
  perGigabyteSecond: 0.0000025,
  perCpuSecond: 0.000024,
  mostCpus: 8,
  mostMemory: 32_768,
} as const satisfies InstancePrice;

const consumption = { perGigabyteSecond: 0.000016, perCpuSecond: 0, mostCpus: 0, mostMemory: 1_536 } as const;
const flex = { perGigabyteSecond: 0.000026, perCpuSecond: 0, mostCpus: 0, mostMemory: 4_096 } as const;
const premium = { perGigabyteSecond: 0.0123 / 3_600, perCpuSecond: 0.173 / 3_600 } as const;

/**
 * Plans of Azure Functions in East US, by what they are sold as. A dedicated plan costs the same whoever calls. Sources, read 2026-11-26:
 * Azure's price list (https://prices.azure.com/api/retail/prices, service `Functions`, armRegionName `eastus`): Standard Execution Time
 * $0.000016, On Demand Execution Time (Flex Consumption) $0.000026, Premium vCPU Duration $0.173 and Premium Memory Duration $0.0123 an
 * hour. Sizes: https://learn.microsoft.com/azure/azure-functions/functions-premium-plan (EP1 to EP3),
 * https://learn.microsoft.com/azure/azure-functions/functions-scale (1.5 GB on Consumption) and
 * https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan (512, 2,048 or 4,096 MB).
 */
export const azurePrices: ReadonlyMap<string, InstancePrice> = new Map([
  ...['y1', 'dynamic'].map((name) => [name, consumption] as const),
  ...['fc1', 'flexconsumption'].map((name) => [name, flex] as const),
  ['ep1', { ...premium, mostCpus: 1, mostMemory: 3_584 }],
  ['ep2', { ...premium, mostCpus: 2, mostMemory: 7_168 }],
  ['ep3', { ...premium, mostCpus: 4, mostMemory: 14_336 }],
]);

/**
 * Standard workflows of Step Functions, us-east-1: $0.025 for 1,000 state transitions; retries count. By default an account's machines
 * make 5,000 transitions a second and as many at once, and start 300 a second and 1,300 at once. Sources, read 2026-11-26:
 * https://aws.amazon.com/step-functions/pricing/ (its table of state transitions),
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html.
 */
export const workflowPrice = {
  perTransition: 0.025 / 1_000,
  transitionRate: 5_000,
  transitionBurst: 5_000,
  startRate: 300,
  startBurst: 1_300,
} as const;
