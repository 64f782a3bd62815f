using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>A form that was posted: short, and whatever is not given is empty.</summary>
internal sealed class WebForm
{
    private const int Most = 16 * 1024;
    private const int LongestText = 500;

    private readonly IFormCollection _fields;

    private WebForm(IFormCollection fields) => _fields = fields;

    /// <summary>Null when it is no form, or a larger one than ours can be.</summary>
    public static async Task<WebForm?> Read(HttpRequest request, CancellationToken cancellation) =>
        request is { HasFormContentType: true, ContentLength: <= Most }
            ? new WebForm(await request.ReadFormAsync(cancellation))
            : null;

    public bool Has(string name) => _fields.ContainsKey(name);

    public string Text(string name) =>
        _fields[name] is [{ } text, ..] ? (text.Length > LongestText ? text[..LongestText] : text).Trim() : "";

    /// <summary>Every value of the name: ticked boxes.</summary>
    public IReadOnlyList<string> All(string name) => [.. _fields[name].OfType<string>()];

    /// <summary>The parts between commas, of whatever script.</summary>
    public IReadOnlyList<string> List(string name) =>
        Text(name)
            .Split(
                [',', '،', '，', '、', ';', '\n'],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            );
}
