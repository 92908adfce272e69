/** Services whose ARNs name the resource at once, without a type before it. */
const withoutType: ReadonlySet<string> = new Set(['s3', 'sqs', 'sns', 'execute-api', 's3-object-lambda']);

/** `*`: everything of every service. A service: everything of that service. Undefined: less, or not known. */
export function reachOf(resource: string): string | undefined {
  if (isStars(resource)) return '*';
  const [prefix, , service, , , ...rest] = splitArn(resource);
  if (prefix?.toLowerCase() !== 'arn' || service === undefined || service === '') return undefined;
  const lower = service.toLowerCase();
  if (isStars(lower)) return isStars(rest.join(':')) ? '*' : undefined;
  return namesEverything(lower, rest.join(':')) ? lower : undefined;
}

/** True if a resource covers everything of a service. */
export function reaches(resource: string, service: string): boolean {
  const reach = reachOf(resource);
  return reach === '*' || reach === service;
}

function namesEverything(service: string, resource: string): boolean {
  const [first, second] = resource.replace(/^\//, '').split(/[:/]/);
  if (first === undefined || first === '') return false;
  if (isStars(first)) return true;
  return !withoutType.has(service) && !first.includes('${') && second !== undefined && isStars(second);
}

/** A resource as a message says it: `Orders`, `ssm parameter/*`, `*`. */
export function resourceWords(resource: string): string {
  const [prefix, , service, , , ...rest] = splitArn(resource);
  if (prefix === 'arn' && rest.length > 0) {
    return isStars(rest.join(':')) ? `all ${service} resources` : `${service} ${rest.join(':')}`;
  }
  return resource.replace(/^\$\{([^}]{1,200}?)(?:\.(?:Stream)?Arn)?\}/, '$1');
}

/** The parts between colons; colons inside `${AWS::Region}` do not count. */
function splitArn(text: string): readonly string[] {
  return text.replace(/\$\{[^}]{0,200}\}/g, (name) => name.replaceAll(':', '.')).split(':');
}

function isStars(text: string): boolean {
  return /^\*+$/.test(text);
}
