def handler(event, context):
    tenant = event["headers"]["x-tenant"]
    return {"statusCode": 200, "body": tenant}
