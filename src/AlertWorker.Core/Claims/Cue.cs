namespace AlertWorker.Claims;

/// <summary>One meaning of a phrase of a lexicon.</summary>
/// <param name="Event">For <see cref="CueKind.Event"/>.</param>
/// <param name="Class">For <see cref="CueKind.Class"/>.</param>
/// <param name="Name">Country code or cause.</param>
/// <param name="Number">Weekday (1 = Monday), month (1 = first) or value.</param>
internal sealed record Cue(
    CueKind Kind,
    EventCues? Event = null,
    CueClass Class = default,
    string Name = "",
    int Number = 0
);
