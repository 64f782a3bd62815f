namespace AlertWorker.Crossings;

/// <summary>What each side says of one flow: numbers of stands, 0 for nothing said.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="First">Word of the crossing's first country.</param>
/// <param name="Second">Word of its second country.</param>
/// <param name="Either">Word of nobody in particular.</param>
public readonly record struct FlowCell(Flow Flow, int First, int Second, int Either)
{
    /// <summary>A stand is somebody's word on this flow.</summary>
    public bool Names(int stand) => First == stand || Second == stand || Either == stand;
}
