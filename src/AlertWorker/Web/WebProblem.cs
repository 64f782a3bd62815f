using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>What went wrong with a request, as RFC 9457 writes it.</summary>
internal static class WebProblem
{
    public static IResult NoCrossing(string id) => NotFound($"There is no crossing '{id}'.");

    public static IResult NotFound(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    public static IResult BadRequest(string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
