import { isSecretName } from '../../../facts/secrets/names.js';
import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'microvm-too-open',
  several: ['sandboxes', 'let the code in them do more than it needs'],
  threat: 'over-privileged-permissions',
  title: 'Sandbox for untrusted code is too open',
  severity: 'medium',
  why: 'Untrusted code runs in it: additional capabilities help it escape, and internet access lets it send out what it finds.',
  remedy:
    'Leave additional capabilities off, give it a network of your own or none, and hand secrets over when it is started.',
  acceptable: 'The code is your own, and needs to mount, to nest containers or to reach the internet.',
  references: {
    csa: ['SAS-4', 'SAS-7'],
    cwe: ['CWE-250', 'CWE-668'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/microvms-networking.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/microvms-images-snapshots.html',
        'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/code-interpreter-tool.html',
      ],
    },
  },

  // Left out: what is decided when a machine is started (ports, shells), the internet where a framework always writes it, and browsers,
  // which are there for it.
  *check({ sandboxImages = [] }) {
    for (const image of sandboxImages) {
      const all = when(image.allCapabilities, (on) => on);
      const out = when(image.reachesInternet, (on) => on, { absent: true });
      if (all) {
        const message = `${image.id} grants its code all additional operating system capabilities${inBranch(all)}.`;
        const fix = proposeFix(
          'breaking',
          all.write(false),
          'After this edit code in it cannot mount, nest containers or trace.',
        );
        yield { about: image, at: all.at, confidence: all.confidence, message, fix, discriminator: 'capabilities' };
      }
      if (out) {
        const message = `${image.id} has unrestricted internet access${inBranch(out)}.`;
        const severity = all ? 'medium' : 'low';
        const fix = proposeFix('breaking', out.write(false), 'After this edit code in it reaches no public address.');
        yield { about: image, at: out.at, severity, confidence: out.confidence, message, fix, discriminator: 'egress' };
      }
      for (const { name, at } of image.variables.filter((one) => isSecretName(one.name))) {
        const message = `${name} of ${image.id} is stored in the snapshot from which every MicroVM starts.`;
        yield { about: image, at, confidence: 'medium', message, discriminator: name };
      }
    }
  },
});
