using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace Orders;

/// <summary>Takes orders. It's called by the shop: [Function("Old")].</summary>
public class CreateOrder
{
    private readonly IOrders _orders;

    public CreateOrder(IOrders orders)
    {
        _orders = orders;
    }

    [Function("CreateOrder")]
    public async Task<HttpResponseData> Run(
        [HttpTrigger(Levels.OfOrders, "post", Route = "orders")] HttpRequestData req)
    {
        var order = await req.ReadFromJsonAsync<Order>();
        await _orders.Save(order);
        return req.CreateResponse(HttpStatusCode.Created);
    }

    [Function(nameof(Nightly))]
    public Task Nightly([TimerTrigger("0 0 2 * * *")] TimerInfo timer) => _orders.CleanUp();
}
