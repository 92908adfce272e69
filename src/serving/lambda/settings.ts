import { type Aws, openAws } from './aws.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** The function's own variables, and those of the secret that `SECRET_ID` names. */
export async function variablesOf(variables: Variables): Promise<{ readonly variables: Variables; readonly aws: Aws }> {
  const aws = openAws(variables);
  const { SECRET_ID: id } = variables;
  const secret = id ? await aws.secret(id) : {};
  return { variables: { NODE_ENV: 'production', ...variables, ...secret }, aws };
}
