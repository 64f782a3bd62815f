namespace AlertWorker.Entries;

/// <summary>How near a source stands to the fact. The order is the order of trust.</summary>
public enum SourceTier
{
    /// <summary>An unvetted voice from the place.</summary>
    Field,

    /// <summary>Republishes others; never an independent witness.</summary>
    Aggregator,
    Press,
    Wire,

    /// <summary>An authority speaking for itself.</summary>
    Official,
}
