namespace AlertWorker.Hosting;

/// <summary>The worker cannot run; the message tells an operator why and what to do.</summary>
public sealed class WorkerException : Exception
{
    public WorkerException(string message)
        : base(message) { }

    public WorkerException(string message, Exception because)
        : base(message, because) { }

    public WorkerException()
        : this("The worker cannot run.") { }
}
