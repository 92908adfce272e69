def handler(event, context):
    total = eval(event["queryStringParameters"]["formula"])
    return {"statusCode": 200, "body": str(total)}
