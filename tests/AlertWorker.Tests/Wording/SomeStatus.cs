using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Wordings;

/// <summary>A state with what it rests on.</summary>
internal static class SomeStatus
{
    /// <summary>Closed since an hour by the clock of the worker, which would forget what is older.</summary>
    public static CrossingStatus Closed(Crossing crossing, string words)
    {
        var said = TimeProvider.System.GetUtcNow().AddHours(-1);
        var nothing = CrossingStatus.Of(crossing);
        return nothing with
        {
            Now = new FoldState
            {
                Cells = [.. crossing.Flows.Select(flow => new FlowCell(flow, 1, 0, 0))],
                LastStand = 1,
                Since = said,
                Stands =
                [
                    new Stand
                    {
                        Id = 1,
                        Status = Status.Closed,
                        Holder = crossing.Countries[0],
                        Since = said,
                        AsOf = said,
                        Supports =
                        [
                            new Support
                            {
                                EntryId = "entry-1",
                                Text = words,
                                Speaker = SomeAlert.Quote.Speaker,
                                Outlet = "Border Daily",
                                Link = "https://news.example/story",
                                At = said,
                                Family = "border-daily",
                                Origin = "border-daily",
                                Strength = 3,
                            },
                        ],
                    },
                ],
            },
        };
    }
}
