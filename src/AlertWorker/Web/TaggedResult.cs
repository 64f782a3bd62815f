using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AlertWorker.Web;

/// <summary>A body with its entity tag: who has it already gets 304 (RFC 9110 §13.1.2).</summary>
/// <param name="body">The whole body.</param>
/// <param name="contentType">Its media type.</param>
internal sealed class TaggedResult(byte[] body, string contentType) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Target of the link to the next page; null when this is the last.</summary>
    public string? Next { get; init; }

    /// <summary>Name to save the body under; null to show it.</summary>
    public string? FileName { get; init; }

    /// <summary>Request headers the body depends on; null for none.</summary>
    public string? Vary { get; init; }

    /// <summary>Always asked for again by default: a state that is a minute old has cost trucks.</summary>
    public string Caching { get; init; } = "no-cache";

    public static TaggedResult Json<T>(T value, string? next = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, WebJson.Options), "application/json; charset=utf-8")
        {
            Next = next,
        };

    public static TaggedResult Text(string text, string contentType) => new(Encoding.UTF8.GetBytes(text), contentType);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        // Weak: the same content may travel compressed.
        var tag = new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"",
            true
        );
        var response = httpContext.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = Caching;
        if (Vary is not null)
            response.Headers.Append(HeaderNames.Vary, Vary);
        if (Next is not null)
            response.Headers.Link = $"<{Next}>; rel=\"next\"";
        if (Status == StatusCodes.Status200OK && IsKnown(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.StatusCode = Status;
        response.ContentType = contentType;
        if (FileName is not null)
            response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(known =>
                known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)
            );
}
