using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/healthz</c>: for whoever restarts or routes to the worker.</summary>
internal static class HealthApi
{
    public static IResult Live() => Fresh(new { status = "ok" }, StatusCodes.Status200OK);

    public static async Task<IResult> Ready(WorkerHealth health, CancellationToken cancellation)
    {
        var checks = await health.Check(cancellation);
        var well = WorkerHealth.IsReady(checks);
        return Fresh(
            new { status = well ? "ok" : "not ready", checks },
            well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    private static IResult Fresh<T>(T body, int status) => Results.Json(body, WebJson.Options, statusCode: status);
}
