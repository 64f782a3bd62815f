namespace AlertWorker.Entries;

/// <summary>One line of a structured status feed: what an authority's own system shows for one post, mode and direction.</summary>
/// <param name="PostId">The authority's own identifier of the post (CBP port number, CBSA office name).</param>
/// <param name="PostName">The post's name as shown.</param>
/// <param name="Cargo">True for commercial lanes, false for travellers, null for the whole post.</param>
/// <param name="Into">ISO country the traffic enters; null when both ways.</param>
/// <param name="State">What the system shows.</param>
/// <param name="AsOfUtc">When the authority measured it; null when not said.</param>
/// <param name="Quote">The literal cells it rests on, for evidence.</param>
public sealed record PostReading(
    string PostId,
    string PostName,
    bool? Cargo,
    string? Into,
    PostState State,
    DateTimeOffset? AsOfUtc,
    string Quote
);
