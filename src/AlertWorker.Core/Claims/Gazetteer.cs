namespace AlertWorker.Claims;

/// <summary>Every name of every place, ready to be found in a text in one pass.</summary>
public sealed class Gazetteer(IEnumerable<Place> places)
{
    public IReadOnlyList<Place> Places { get; } = [.. places];
}
