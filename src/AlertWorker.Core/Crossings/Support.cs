using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>One statement a state rests on, with what its independence is judged by.</summary>
public sealed record Support
{
    public required string EntryId { get; init; }

    /// <summary>The evidence clause, word for word.</summary>
    public required string Text { get; init; }

    public required Speaker Speaker { get; init; }

    /// <summary>Name of the source that published it.</summary>
    public required string Outlet { get; init; }

    public string? Link { get; init; }

    /// <summary>When it was said: published, never later than first seen, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Publisher family.</summary>
    public required string Family { get; init; }

    /// <summary>The agency or outlet the story comes from; the family itself when it is its own.</summary>
    public required string Origin { get; init; }

    /// <summary>Name or office of the speaker, for "two papers, one commissioner"; null when nobody is named.</summary>
    public string? Voice { get; init; }

    /// <summary>ISO country the speaker is an official of; null for others.</summary>
    public string? OfficialOf { get; init; }

    /// <summary>0 hearsay … 5 an authority's own system.</summary>
    public required int Strength { get; init; }

    /// <summary>An aggregator is never a second witness.</summary>
    public bool Copies { get; init; }
}
