using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>Style, script and icon of the pages, from inside the program: nothing is loaded from anywhere else.</summary>
internal static class Asset
{
    private static readonly Dictionary<string, (byte[] Body, string Type, string Version)> All = new[]
    {
        ("site.css", "text/css; charset=utf-8"),
        ("site.js", "text/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
    }.ToDictionary(asset => asset.Item1, asset => Load(asset.Item1, asset.Item2), StringComparer.Ordinal);

    /// <summary>Where it is; another address for another content, so that it can be kept for good.</summary>
    public static string Address(string name) => $"/assets/{name}?v={All[name].Version}";

    public static IResult Serve(string name) =>
        All.TryGetValue(name, out var asset)
            ? new TaggedResult(asset.Body, asset.Type) { Caching = "public, max-age=31536000, immutable" }
            : WebProblem.NotFound($"There is no asset '{name}'.");

    private static (byte[] Body, string Type, string Version) Load(string name, string type)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"assets/{name}")!;
        var body = new byte[stream.Length];
        stream.ReadExactly(body);
        return (body, type, Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 5)));
    }
}
