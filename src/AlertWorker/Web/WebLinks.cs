using AlertWorker.Configuration;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>Whole addresses of what the worker serves, for what is read elsewhere.</summary>
/// <param name="Root">Without a slash at its end.</param>
internal sealed record WebLinks(string Root)
{
    /// <summary>By the configured address; without one, by the address the reader used.</summary>
    public static WebLinks Of(HttpRequest request, WebOptions web) =>
        new(web.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}{request.PathBase}");

    public string Host => new Uri(Root).Host;

    public string Alert(string id) => $"{Root}/alerts/{Uri.EscapeDataString(id)}";

    public string Crossing(string id) => $"{Root}/crossings/{Uri.EscapeDataString(id)}";
}
