import requests


def handler(event, context):
    prices = requests.get("https://prices.example.com/", verify=False, timeout=5)
    return {"statusCode": 200, "body": prices.text}
