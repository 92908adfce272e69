from aws_cdk import Stack, aws_dynamodb as dynamodb, aws_lambda as _lambda
from aws_cdk.aws_lambda_event_sources import DynamoEventSource
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        orders = dynamodb.Table(
            self,
            "Orders",
            partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING),
            stream=dynamodb.StreamViewType.NEW_IMAGE,
        )
        index = _lambda.Function(
            self,
            "Index",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="index.handler",
            code=_lambda.Code.from_asset("src"),
            tracing=_lambda.Tracing.ACTIVE,
        )
        index.add_event_source(
            DynamoEventSource(
                orders,
                starting_position=_lambda.StartingPosition.TRIM_HORIZON,
                retry_attempts=3,
                bisect_batch_on_error=True,
            )
        )
