namespace AlertWorker.Claims;

public enum Change
{
    None,
    Closure,
    Restriction,
    Reopening,
}
