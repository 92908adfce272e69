from aws_cdk import Stack, aws_iam as iam, aws_sqs as sqs
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        jobs = sqs.Queue(self, "Jobs")
        jobs.add_to_resource_policy(
            iam.PolicyStatement(
                actions=["sqs:SendMessage"],
                resources=[jobs.queue_arn],
                principals=[kwargs["sender"]],
            )
        )
