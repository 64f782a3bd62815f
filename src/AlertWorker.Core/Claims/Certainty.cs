namespace AlertWorker.Claims;

/// <summary>CAP's words for how sure a statement is, weakest first.</summary>
public enum Certainty
{
    Possible,
    Likely,
    Observed,
}
