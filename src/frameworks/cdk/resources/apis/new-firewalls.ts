import { isReference, type Literal, partOf } from '../../../../model/literal.js';
import { programAt } from '../../constructs/construct.js';
import { snake } from '../../program/spelling.js';
import type { Edits } from '../../synthesis/draft.js';
import type { Synthesis } from '../../synthesis/synthesis.js';
import { bringingIn, nameFor } from '../../writing/imported-names.js';
import { printPlain } from '../../writing/printing.js';
import { calledAt, scopeOf, statementAfter } from '../../writing/statements.js';
import { restTypes } from './rest/rest-places.js';

const association = 'aws-wafv2.CfnWebACLAssociation';

/** The property of a construct that has the ARN which a firewall guards. */
function arnOf(type: string): string | undefined {
  if (restTypes.has(type)) return 'deploymentStage.stageArn';
  if (type === 'aws-appsync.GraphqlApi') return 'arn';
  return type === 'aws-elasticloadbalancingv2.ApplicationLoadBalancer' ? 'loadBalancerArn' : undefined;
}

/** Puts a firewall that the program makes in front of an API, after whichever of them is made last. */
export function writeFirewall(synthesis: Synthesis, id: string, body: Literal, owner: string): Edits {
  const { constructs } = synthesis.construction;
  const acl = partOf(body, 'Properties', 'WebACLArn');
  const [guarded, guard] = [owner, isReference(acl) ? acl.refersTo : undefined].map((one) =>
    constructs.find((made) => made.id === one && made.certainty === 'once'),
  );
  const arn = guarded && arnOf(guarded.type);
  if (guarded === undefined || guard === undefined || arn === undefined) return undefined;
  const last = guarded.call.at.start > guard.call.at.start ? guarded.call : guard.call;
  const program = programAt(synthesis.construction, last.at);
  const scope = scopeOf(last);
  const names = [guarded, guard].map(({ call }) => scope && calledAt(program, scope, call, last.at.end));
  const [api, firewall] = names;
  const made = printPlain(program, id.slice(id.lastIndexOf('/') + 1));
  const [within] = last.args;
  const type = nameFor(program, association);
  if (api === undefined || firewall === undefined || type === undefined || within === undefined) return undefined;
  const where = `${program.text.slice(within.at.start, within.at.end)}, ${made}`;
  const statement =
    program.language === 'python'
      ? `${type}(${where}, resource_arn=${api}.${snake(arn)}, web_acl_arn=${firewall}.attr_arn)`
      : `new ${type}(${where}, { resourceArn: ${api}.${arn}, webAclArn: ${firewall}.attrArn });`;
  const edits = statementAfter(program, last, statement);
  return edits && [...edits, ...bringingIn(program, association)];
}
