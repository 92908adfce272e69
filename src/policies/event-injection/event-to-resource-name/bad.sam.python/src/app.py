import boto3

sqs = boto3.client("sqs")


def handler(event, context):
    sqs.send_message(QueueUrl=event["queryStringParameters"]["queue"], MessageBody="order")
    return {"statusCode": 202}
