using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>Tells the operators of the configuration something; without any, the console.</summary>
public sealed class OperatorPost(BotWorld world, DeliveryStore deliveries, DeliverySignal signal, TimeProvider time)
{
    public async Task Tell(string title, string body, CancellationToken cancellation)
    {
        var operators = world.Configuration.Settings.OperatorAddresses();
        await deliveries.Add(
            (operators.Count == 0 ? ["console:"] : operators).Select(address =>
                (
                    new Delivery(
                        Guid.NewGuid().ToString("N"),
                        null,
                        null,
                        "operators",
                        address,
                        "en",
                        "UTC",
                        Urgent: false,
                        time.GetUtcNow()
                    ),
                    new DeliveryNote(title, body)
                )
            ),
            cancellation
        );
        signal.Wake();
    }
}
