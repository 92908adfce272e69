from aws_cdk import Stack, aws_iam as iam, aws_lambda as _lambda, aws_s3 as s3
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        fn = _lambda.Function(
            self,
            "Orders",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="orders.handler",
            code=_lambda.Code.from_asset("src"),
            tracing=_lambda.Tracing.ACTIVE,
        )
        uploads = s3.Bucket(self, "Uploads")
        fn.add_permission(
            "FromUploads",
            principal=iam.ServicePrincipal("s3.amazonaws.com"),
            source_arn=uploads.bucket_arn,
            source_account=self.account,
        )
