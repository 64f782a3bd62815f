namespace AlertWorker.Claims;

/// <summary>What a text may have to say.</summary>
internal enum Concern
{
    /// <summary>Nothing of any crossing.</summary>
    None,

    /// <summary>Something of a border, if a crossing is named in a spelling of its own.</summary>
    Border,

    /// <summary>Something of a crossing or of the border of a country.</summary>
    Places,
}
