import azure.functions as func

from orders import save

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)


@app.route(route="orders", methods=["POST"])
def create_order(req: func.HttpRequest) -> func.HttpResponse:
    save(req.get_json())
    return func.HttpResponse(status_code=201)
