namespace AlertWorker.Crossings;

public enum FlowMode
{
    Cargo,
    People,
}
