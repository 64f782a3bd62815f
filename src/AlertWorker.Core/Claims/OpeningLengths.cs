namespace AlertWorker.Claims;

/// <summary>How many letters the openings have that may stand at a position: bit n for n letters.</summary>
internal readonly record struct OpeningLengths(int Bits)
{
    public static OpeningLengths All => new(-1);

    public bool Any => Bits != 0;

    public bool Has(int letters) => (Bits & (1 << letters)) != 0;
}
