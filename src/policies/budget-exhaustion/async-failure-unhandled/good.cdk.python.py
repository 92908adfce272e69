from aws_cdk import Stack, aws_lambda as _lambda, aws_s3 as s3, aws_sqs as sqs
from aws_cdk.aws_lambda_destinations import SqsDestination
from aws_cdk.aws_lambda_event_sources import S3EventSource
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        failed = sqs.Queue(self, "Failed")
        fn = _lambda.Function(
            self,
            "Resize",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="resize.handler",
            code=_lambda.Code.from_asset("src"),
            tracing=_lambda.Tracing.ACTIVE,
            on_failure=SqsDestination(failed),
        )
        uploads = s3.Bucket(self, "Uploads")
        fn.add_event_source(S3EventSource(uploads, events=[s3.EventType.OBJECT_CREATED]))
