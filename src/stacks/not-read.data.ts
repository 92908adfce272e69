/** A tool that declares infrastructure in a way that is not read. */
export interface OtherTool {
  readonly name: string;
  /** Its project file, by the whole path. */
  readonly project: RegExp;
}

/** Tools by the file that every project of theirs has, as their documentation names it. As of 2026-11-26. */
export const otherTools: readonly OtherTool[] = [
  // https://www.pulumi.com/docs/iac/concepts/projects/
  { name: 'Pulumi', project: /(?:^|\/)Pulumi\.ya?ml$/ },
  // https://sst.dev/docs/reference/config, and https://v2.sst.dev/configuring-sst of version 1: sst.json
  { name: 'SST', project: /(?:^|\/)sst\.(?:config\.[cm]?[jt]s|json)$/ },
  // https://developer.hashicorp.com/terraform/cdktf/create-and-deploy/project-setup
  { name: 'CDK for Terraform', project: /(?:^|\/)cdktf\.json$/ },
  // https://aws.github.io/chalice/topics/configfile
  { name: 'Chalice', project: /(?:^|\/)\.chalice\/config\.json$/ },
  // https://github.com/zappa/Zappa#advanced-settings
  { name: 'Zappa', project: /(?:^|\/)zappa_settings\.(?:json|toml|ya?ml)$/ },
  // https://docs.amplify.aws/react/reference/project-structure/, and of its first generation backend-config.json
  { name: 'Amplify', project: /(?:^|\/)amplify\/(?:backend\.[jt]s|backend\/backend-config\.json)$/ },
  // https://docs.ansible.com/ansible/latest/reference_appendices/config.html
  {
    name: 'Ansible',
    project: /(?:^|\/)(?:ansible\.cfg|playbook[\w-]*\.ya?ml|site\.ya?ml|roles\/[^/]+\/tasks\/main\.ya?ml)$/,
  },
  // https://helm.sh/docs/topics/charts/
  { name: 'Helm charts', project: /(?:^|\/)Chart\.yaml$/ },
  // https://arc.codes/quickstart/layout
  { name: 'Architect', project: /(?:^|\/)(?:app\.arc|\.arc|arc\.(?:json|ya?ml))$/ },
  // https://aws.github.io/copilot-cli/docs/concepts/overview, and its package workspace: copilot/.workspace
  { name: 'Copilot', project: /(?:^|\/)copilot\/\.workspace$/ },
  // https://developers.cloudflare.com/workers/wrangler/configuration
  { name: 'Cloudflare Workers', project: /(?:^|\/)wrangler\.(?:toml|jsonc?)$/ },
  // https://terragrunt.gruntwork.io/docs/reference/hcl, and of stacks
  { name: 'Terragrunt', project: /(?:^|\/)terragrunt(?:\.stack)?\.hcl(?:\.json)?$/ },
  // https://developer.hashicorp.com/terraform/language/block/stack/tfcomponent, and what it was called before
  { name: 'Terraform Stacks', project: /\.tf(?:component|stack)\.hcl$/ },
  // https://www.winglang.io/docs/libraries
  { name: 'Wing', project: /(?:^|\/)main\.w$/ },
];
