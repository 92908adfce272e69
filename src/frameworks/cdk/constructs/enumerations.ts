/** What a member of one of the CDK's enumerations is called in a template; by default its own name. */
export function enumText(qualified: string): string {
  const [, group = '', member = ''] = /\.(\w+)\.(\w+)$/.exec(qualified) ?? [];
  if (group === 'Runtime') return runtimeText(member);
  return spelled.get(`${group}.${member}`) ?? member;
}

const spelled = new Map([
  ['Tracing.ACTIVE', 'Active'],
  ['Tracing.PASS_THROUGH', 'PassThrough'],
  ['Tracing.DISABLED', 'PassThrough'],
  ['TenancyConfig.PER_TENANT', 'PER_TENANT'],
  ['RecursiveLoop.ALLOW', 'Allow'],
  ['RecursiveLoop.TERMINATE', 'Terminate'],
  ['AuthorizationType.IAM', 'AWS_IAM'],
  ['AuthorizationType.COGNITO', 'COGNITO_USER_POOLS'],
  ['HttpMethod.ALL', 'ANY'],
  ['DEFAULT.key', '$default'],
  ['Cors.ALL_ORIGINS', '*'],
  ['Cors.ALL_METHODS', '*'],
  ['EndpointType.EDGE', 'EDGE'],
  ['EventType.OBJECT_CREATED', 's3:ObjectCreated:*'],
  ['EventType.OBJECT_CREATED_PUT', 's3:ObjectCreated:Put'],
  ['EventType.OBJECT_CREATED_POST', 's3:ObjectCreated:Post'],
  ['EventType.OBJECT_CREATED_COPY', 's3:ObjectCreated:Copy'],
  ['EventType.OBJECT_REMOVED', 's3:ObjectRemoved:*'],
  ['EventType.OBJECT_REMOVED_DELETE', 's3:ObjectRemoved:Delete'],
  ['BucketAccessControl.PRIVATE', 'Private'],
  ['BucketAccessControl.PUBLIC_READ', 'PublicRead'],
  ['BucketAccessControl.PUBLIC_READ_WRITE', 'PublicReadWrite'],
  ['BucketAccessControl.AUTHENTICATED_READ', 'AuthenticatedRead'],
  ['BucketAccessControl.LOG_DELIVERY_WRITE', 'LogDeliveryWrite'],
  ['BucketAccessControl.BUCKET_OWNER_READ', 'BucketOwnerRead'],
  ['BucketAccessControl.BUCKET_OWNER_FULL_CONTROL', 'BucketOwnerFullControl'],
  ['BucketAccessControl.AWS_EXEC_READ', 'AwsExecRead'],
  ['ViewerProtocolPolicy.ALLOW_ALL', 'allow-all'],
  ['ViewerProtocolPolicy.HTTPS_ONLY', 'https-only'],
  ['ViewerProtocolPolicy.REDIRECT_TO_HTTPS', 'redirect-to-https'],
  ['WebFunctionAuthType.IAM_AUTH', 'IamAuth'],
  ['WebFunctionAuthType.APPLICATION_MANAGED', 'ApplicationManaged'],
  ['OriginProtocolPolicy.HTTP_ONLY', 'http-only'],
  ['OriginProtocolPolicy.HTTPS_ONLY', 'https-only'],
  ['OriginProtocolPolicy.MATCH_VIEWER', 'match-viewer'],
  ['SecurityPolicyProtocol.SSL_V3', 'SSLv3'],
  ['SecurityPolicyProtocol.TLS_V1', 'TLSv1'],
  ['SecurityPolicyProtocol.TLS_V1_2016', 'TLSv1_2016'],
  ['SecurityPolicyProtocol.TLS_V1_1_2016', 'TLSv1.1_2016'],
  ['SecurityPolicyProtocol.TLS_V1_2_2018', 'TLSv1.2_2018'],
  ['SecurityPolicyProtocol.TLS_V1_2_2019', 'TLSv1.2_2019'],
  ['SecurityPolicyProtocol.TLS_V1_2_2021', 'TLSv1.2_2021'],
  ['Effect.ALLOW', 'Allow'],
  ['Effect.DENY', 'Deny'],
  ['ApplicationLogLevel.FATAL', 'FATAL'],
  ...retention([
    ['ONE_DAY', 1],
    ['THREE_DAYS', 3],
    ['FIVE_DAYS', 5],
    ['ONE_WEEK', 7],
    ['TWO_WEEKS', 14],
    ['ONE_MONTH', 30],
    ['TWO_MONTHS', 60],
    ['THREE_MONTHS', 90],
    ['FOUR_MONTHS', 120],
    ['FIVE_MONTHS', 150],
    ['SIX_MONTHS', 180],
    ['ONE_YEAR', 365],
    ['THIRTEEN_MONTHS', 400],
    ['EIGHTEEN_MONTHS', 545],
    ['TWO_YEARS', 731],
    ['THREE_YEARS', 1096],
    ['FIVE_YEARS', 1827],
    ['SIX_YEARS', 2192],
    ['SEVEN_YEARS', 2557],
    ['EIGHT_YEARS', 2922],
    ['NINE_YEARS', 3288],
    ['TEN_YEARS', 3653],
    ['INFINITE', 9999],
  ]),
]);

function retention(days: readonly (readonly [string, number])[]): readonly (readonly [string, string])[] {
  return days.map(([name, count]) => [`RetentionDays.${name}`, String(count)]);
}

/** `NODEJS_20_X` is `nodejs20.x`, `PYTHON_3_12` is `python3.12`. */
function runtimeText(member: string): string {
  const lower = member.toLowerCase();
  if (member === 'JAVA_8_CORRETTO') return 'java8.al2';
  if (/^PROVIDED/.test(member)) return lower.replace('_', '.');
  const [, language = '', version = ''] = /^([a-z_]+?)_([\d_x]+)$/.exec(lower) ?? [];
  return language === '' ? lower : `${language.replaceAll('_', '')}${version.replaceAll('_', '.')}`;
}

/** The member that is called so in a template: `nodejs22.x` is `NODEJS_22_X`. */
export function enumMember(group: string, text: string): string | undefined {
  if (group === 'Runtime') {
    const [, language = '', version = ''] = /^(nodejs|python|java|ruby|dotnet)([\d.x]+)$/.exec(text) ?? [];
    return language === '' ? undefined : `${language}_${version.replaceAll('.', '_')}`.toUpperCase();
  }
  const known = [...spelled].find(([name, written]) => written === text && name.startsWith(`${group}.`));
  return known?.[0].slice(group.length + 1) ?? (/^[A-Z][A-Z0-9_]*$/.test(text) ? text : undefined);
}
