import * as cdk from 'aws-cdk-lib';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

interface AuditProps extends cdk.StackProps {
  readonly everywhere: boolean;
}

export class AuditStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: AuditProps) {
    super(scope, id, props);
    const key = new kms.Key(this, 'TrailKey', { enableKeyRotation: true });
    const calls = new cloudtrail.Trail(this, 'Calls', {
      encryptionKey: key,
      sendToCloudWatchLogs: true,
      isMultiRegionTrail: props.everywhere,
    });
    calls.logAllLambdaDataEvents();
  }
}
