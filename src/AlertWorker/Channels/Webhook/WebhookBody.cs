using System.Text.Json;
using System.Text.Json.Nodes;
using AlertWorker.Alerts;

namespace AlertWorker.Channels;

/// <summary>The <c>alert</c> object of the contract (§5) as bytes.</summary>
public static class WebhookBody
{
    /// <summary>The body of an alert, or of a notice: <c>{"type":"notice","title","text"}</c>.</summary>
    /// <param name="message">Its text is the message in the subscriber's language.</param>
    public static byte[] Of(OutgoingMessage message) =>
        JsonSerializer.SerializeToUtf8Bytes(
            message.Alert is { } alert
                ? OfAlert(alert, message.Text.PlainText)
                : new JsonObject
                {
                    ["type"] = "notice",
                    ["title"] = message.Text.Subject,
                    ["text"] = message.Text.PlainText,
                },
            Json
        );

    /// <summary>The alert object, with the given text.</summary>
    public static JsonObject OfAlert(Alert alert, string text) =>
        new()
        {
            ["type"] = "alert",
            ["at"] = Time(alert.At),
            ["id"] = alert.Id,
            ["incident"] = alert.Incident,
            ["crossing"] = alert.Crossing,
            ["kind"] = Word(alert.Kind),
            ["status"] = Word(alert.Status),
            ["flows"] = new JsonObject(
                alert.Flows.Select(flow =>
                    KeyValuePair.Create<string, JsonNode?>(flow.Key.ToString(), Word(flow.Value))
                )
            ),
            ["disputed"] = alert.Disputed,
            ["certainty"] = Word(alert.Certainty),
            ["since"] = Time(alert.Since),
            ["scheduled"] = alert.Scheduled?.Text,
            ["because"] = new JsonArray([.. alert.Because.Select(id => JsonValue.Create(id))]),
            ["reason"] = alert.Reason,
            ["text"] = text,
        };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
