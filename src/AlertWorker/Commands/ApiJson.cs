using System.Text.Json;
using AlertWorker.Web;

namespace AlertWorker.Commands;

/// <summary>JSON on standard output, the same as the web API gives.</summary>
internal static class ApiJson
{
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, WebJson.Options);
}
