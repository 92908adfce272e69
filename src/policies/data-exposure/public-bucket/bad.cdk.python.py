from aws_cdk import Stack, aws_iam as iam, aws_s3 as s3
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        invoices = s3.Bucket(self, "Invoices", encryption=s3.BucketEncryption.S3_MANAGED, versioned=True)
        invoices.add_to_resource_policy(
            iam.PolicyStatement(
                actions=["s3:GetObject"],
                resources=[invoices.arn_for_objects("*")],
                principals=[iam.AnyPrincipal()],
            )
        )
