namespace AlertWorker.Claims;

public enum Stance
{
    Asserted,
    Denied,
    Planned,

    /// <summary>If, could, threatens.</summary>
    Supposed,

    /// <summary>Demands, appeals, talks.</summary>
    Asked,

    /// <summary>Background: last year, had been.</summary>
    Past,
}
