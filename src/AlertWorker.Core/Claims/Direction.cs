namespace AlertWorker.Claims;

/// <summary>One way through a border, as ISO countries: <c>PK&gt;AF</c>.</summary>
public sealed record Direction(string From, string To)
{
    public override string ToString() => $"{From}>{To}";
}
