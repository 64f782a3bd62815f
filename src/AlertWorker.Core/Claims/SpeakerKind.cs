namespace AlertWorker.Claims;

public enum SpeakerKind
{
    Outlet,
    Unnamed,
    Witness,
    Trader,
    Official,

    /// <summary>Whoever runs this service; never read from a text.</summary>
    Operator,
}
