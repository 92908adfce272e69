tenant = None


def handler(event, context):
    global tenant
    if tenant is None:
        tenant = event["headers"]["x-tenant"]
    return {"statusCode": 200, "body": tenant}
