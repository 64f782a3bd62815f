namespace AlertWorker.Claims;

public enum SpeakerKind
{
    Outlet,
    Unnamed,
    Witness,
    Trader,
    Official,
}
