import azure.functions as func

from orders import save

app = func.FunctionApp()


@app.route(route="orders", methods=["POST"], auth_level="anonymous")
def create_order(req: func.HttpRequest) -> func.HttpResponse:
    save(req.get_json())
    return func.HttpResponse(status_code=201)
