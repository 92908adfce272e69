/** Who publishes layers from which accounts, and what the names of those layers begin with. */
export interface LayerPublisher {
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly accounts: readonly string[];
}

function publisher(name: string, prefixes: readonly string[], accounts: readonly string[]): LayerPublisher {
  return { name, prefixes, accounts };
}

/**
 * Read 2026-11-26. The extensions of AWS have an account for each Region: region-info of aws-cdk-lib 2.276.0. The others:
 * the ARNs in the set-up pages and repositories of each publisher (docs.powertools.aws.dev, github.com/aws-observability,
 * github.com/open-telemetry/opentelemetry-lambda, github.com/awslabs/aws-lambda-web-adapter, aws-sdk-pandas.readthedocs.io,
 * docs.datadoghq.com, layers.newrelic-external.com, docs.sentry.io, docs.lumigo.io, docs.dynatrace.com, elastic.co/guide,
 * github.com/honeycombio/honeycomb-lambda-extension, github.com/signalfx/lambda-layer-versions,
 * github.com/hashicorp/vault-lambda-extension, bref.sh).
 */
export const layerPublishers: readonly LayerPublisher[] = [
  publisher(
    'AWS Lambda Insights',
    ['LambdaInsightsExtension'],
    [
      '012438385374',
      '033019950311',
      '066549572091',
      '122132214140',
      '145023102084',
      '158895979263',
      '194566237122',
      '198461476570',
      '285320876703',
      '339249233099',
      '352183217350',
      '439286490199',
      '459530977127',
      '488211338238',
      '519774774795',
      '580247275435',
      '590183865173',
      '605207715842',
      '727646510379',
      '732604637566',
      '751350123760',
      '761018874580',
      '761377655185',
      '879381266642',
      '891564319516',
      '946466191631',
    ],
  ),
  publisher(
    'AWS AppConfig',
    ['AWS-AppConfig-Extension'],
    [
      '000010852771',
      '027255383542',
      '039592058896',
      '066940009817',
      '080788657173',
      '203683718741',
      '282860088358',
      '307021474294',
      '359756378197',
      '418787028745',
      '421114256042',
      '434848589818',
      '489524808438',
      '493207061005',
      '554480029851',
      '559955524753',
      '574348263942',
      '586093569114',
      '615057806174',
      '615084187847',
      '630222743974',
      '646970417810',
      '662846165436',
      '706869817123',
      '728743619870',
      '758369105281',
      '826293736237',
      '946561847325',
      '946746059096',
      '958113053741',
      '980059726660',
    ],
  ),
  publisher(
    'AWS Parameters and Secrets',
    ['AWS-Parameters-and-Secrets-Lambda-Extension'],
    [
      '015030872274',
      '044395824272',
      '070087711984',
      '127562683043',
      '129776340158',
      '133256977650',
      '133490724326',
      '176022468876',
      '177933569100',
      '187925254637',
      '200266452380',
      '287114880934',
      '287310001119',
      '317013901791',
      '325218067255',
      '345057560386',
      '427196147048',
      '490737872127',
      '524103009944',
      '576959938190',
      '590474943231',
      '665172237481',
      '738900069198',
      '768336418462',
      '772501565639',
      '780235371811',
      '832021897121',
      '858974508948',
      '933737806257',
      '997803712105',
    ],
  ),
  publisher('Powertools for AWS Lambda', ['AWSLambdaPowertoolsPython'], ['017000801446']),
  publisher('Powertools for AWS Lambda', ['AWSLambdaPowertoolsTypeScript'], ['094274105915']),
  publisher('AWS Distro for OpenTelemetry', ['aws-otel-'], ['901920570463']),
  publisher('AWS Distro for OpenTelemetry', ['AWSOpenTelemetryDistro'], ['615299751070']),
  publisher('AWS Lambda Web Adapter', ['LambdaAdapterLayer'], ['753240598075']),
  publisher('AWS SDK for pandas', ['AWSSDKPandas-', 'AWSDataWrangler-'], ['336392948345']),
  publisher('OpenTelemetry', ['opentelemetry-'], ['184161586896']),
  publisher('Datadog', ['Datadog-', 'dd-trace-'], ['464622532012', '002406178527']),
  publisher('New Relic', ['NewRelic'], ['451483290750']),
  publisher('Sentry', ['Sentry'], ['943013980633']),
  publisher('Lumigo', ['lumigo-'], ['114300393969']),
  publisher('Dynatrace', ['Dynatrace_'], ['725887861453', '216552277552']),
  publisher('Elastic', ['elastic-apm-'], ['267093732750']),
  publisher('Honeycomb', ['honeycomb-'], ['702835727665']),
  publisher('Splunk', ['splunk-', 'signalfx-'], ['254067382080']),
  publisher('HashiCorp', ['vault-lambda-extension'], ['634166935893']),
  publisher('Bref', ['php-', 'arm-php-', 'console'], ['534081306603']),
];

/**
 * Who publishes applications in the Serverless Application Repository, and what their names begin with. Read 2026-11-27 in
 * github.com/alexcasalboni/aws-lambda-power-tuning, docs.aws.amazon.com/secretsmanager/latest/userguide/reference_available-rotation-templates.html
 * and github.com/newrelic/newrelic-lambda-cli.
 */
export const applicationAuthors: readonly LayerPublisher[] = [
  publisher('AWS Lambda Power Tuning', ['aws-lambda-power-tuning'], ['451282441545']),
  publisher('AWS Secrets Manager', ['SecretsManager'], ['297356227824']),
  publisher('New Relic', ['NewRelic-'], ['463657938898']),
];
