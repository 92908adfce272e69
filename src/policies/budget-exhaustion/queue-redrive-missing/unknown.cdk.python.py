from aws_cdk import Duration, Stack, aws_lambda as _lambda, aws_sqs as sqs
from aws_cdk.aws_lambda_event_sources import SqsEventSource
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        dead = sqs.Queue(self, "DeadJobs", retention_period=Duration.days(14))
        jobs = sqs.Queue(
            self,
            "Jobs",
            visibility_timeout=Duration.minutes(3),
            dead_letter_queue=kwargs["dead"],
        )
        fn = _lambda.Function(
            self,
            "Orders",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="orders.handler",
            code=_lambda.Code.from_asset("src"),
            tracing=_lambda.Tracing.ACTIVE,
        )
        fn.add_event_source(SqsEventSource(jobs, batch_size=5))
