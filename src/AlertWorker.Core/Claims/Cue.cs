namespace AlertWorker.Claims;

/// <summary>One meaning of a phrase of a lexicon.</summary>
/// <param name="Event">For <see cref="CueKind.Event"/>.</param>
/// <param name="Class">For <see cref="CueKind.Class"/>.</param>
/// <param name="Name">Country code or cause.</param>
/// <param name="Number">Weekday (1 = Monday), month (1 = first), value, or place of the events or the cause in the lexicon.</param>
internal sealed record Cue(
    CueKind Kind,
    EventCues? Event = null,
    CueClass Class = default,
    string Name = "",
    int Number = 0
)
{
    /// <summary>Causes a lexicon has at most; see <see cref="Causes"/>.</summary>
    public const int MostCauses = 64;

    private const int Classes = 128;

    /// <summary>Number of groups.</summary>
    public const int Groups = Classes + MostCauses + 16;

    /// <summary>Cues of one group are readings of the same thing: of those that overlap the longest is meant.</summary>
    public int Group =>
        Kind switch
        {
            CueKind.Class => (int)Class,
            CueKind.Cause => Classes + Number,
            _ => Classes + MostCauses + (int)Kind,
        };
}
