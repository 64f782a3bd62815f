using System.Text.Encodings.Web;
using System.Text.Json;

namespace AlertWorker.Commands;

/// <summary>Data on standard output: one JSON object a line, letters as they are. Goes to a terminal or a program, never into a page.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Plain);
}
