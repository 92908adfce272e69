from aws_cdk import Stack, aws_lambda as _lambda, aws_s3 as s3
from aws_cdk.aws_lambda_event_sources import S3EventSource
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        fn = _lambda.Function(
            self,
            "Resize",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="resize.handler",
            code=_lambda.Code.from_asset("src"),
            tracing=_lambda.Tracing.ACTIVE,
        )
        images = s3.Bucket(self, "Images")
        small = s3.Bucket(self, "Thumbnails")
        images.grant_read(fn)
        small.grant_put(fn)
        fn.add_event_source(S3EventSource(images, events=[s3.EventType.OBJECT_CREATED]))
