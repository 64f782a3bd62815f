using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>What holds for every answer: what a browser may do with it, and how it says that something went wrong.</summary>
internal static class WebGuards
{
    /// <summary>Style and script of our own and nothing else: text that got past the escaping still could not run or load anything.</summary>
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseWebGuards(this WebApplication app)
    {
        app.Use(Headers);
        app.UseResponseCompression();
        app.UseStatusCodePages();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                // The store is out of reach for now: whoever asks may ask again.
                StatusCodeSelector = failure =>
                    failure is DbException
                        ? StatusCodes.Status503ServiceUnavailable
                        : StatusCodes.Status500InternalServerError,
            }
        );
    }

    private static Task Headers(HttpContext context, RequestDelegate next)
    {
        // At the last moment: whoever handles an exception clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
