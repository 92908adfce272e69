def handler(event, context):
    total = float(event["queryStringParameters"]["amount"]) * 1.2
    return {"statusCode": 200, "body": str(total)}
