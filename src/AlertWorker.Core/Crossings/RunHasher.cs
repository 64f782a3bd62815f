namespace AlertWorker.Crossings;

/// <summary>Takes the hashes of a text's words and keeps, of every box of a <see cref="RunSketch"/>, the smallest hash of a run of four.</summary>
internal ref struct RunHasher
{
    private const int Run = 4;
    private const uint Prime = 16777619;

    private readonly Span<uint> smallest;
    private uint first;
    private uint second;
    private uint third;

    /// <param name="boxes">Room for <see cref="RunSketch.Boxes"/> hashes.</param>
    public RunHasher(Span<uint> boxes)
    {
        smallest = boxes;
        smallest.Fill(uint.MaxValue);
    }

    /// <summary>How many words it has read.</summary>
    public int Words { get; private set; }

    public readonly RunSketch Sketch => RunSketch.Of(smallest);

    public void Add(uint word)
    {
        if (++Words >= Run)
        {
            var hash = (((((first * Prime) ^ second) * Prime) ^ third) * Prime) ^ word;
            hash *= Prime;
            hash = (hash ^ (hash >> 15)) * Prime;
            ref var box = ref smallest[(int)(hash % RunSketch.Boxes)];
            box = Math.Min(box, hash / RunSketch.Boxes);
        }
        (first, second, third) = (second, third, word);
    }
}
