using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/api/crossings</c>: the present state.</summary>
internal static class CrossingApi
{
    public static async Task<IResult> All(LiveConfiguration live, StatusStore statuses, CancellationToken cancellation)
    {
        var book = await statuses.Book(cancellation);
        return TaggedResult.Json(
            live.Current.Crossings.Values.Select(crossing => StatusBody.Of(crossing, book[crossing.Id]))
        );
    }

    public static async Task<IResult> One(
        string id,
        LiveConfiguration live,
        StatusStore statuses,
        CancellationToken cancellation
    ) =>
        live.Current.Crossings.TryGetValue(id, out var crossing)
            ? TaggedResult.Json(StatusBody.Of(crossing, (await statuses.Book(cancellation))[id]))
            : WebProblem.NoCrossing(id);
}
