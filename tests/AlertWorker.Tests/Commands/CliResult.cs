namespace AlertWorker.Commands;

/// <summary>How a run ended and what it printed.</summary>
internal sealed record CliResult(int Code, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
