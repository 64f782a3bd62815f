using System.CommandLine;
using AlertWorker.Configuration;
using AlertWorker.Hosting;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary><c>run</c>: the worker, until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command(
            "run",
            "Polls, detects, decides, delivers and serves the status page until it is told to stop (the default)."
        );
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            await using var worker = await WorkerHost.Open(
                ConfigOption.Folder(parsed),
                ConfigFolder.ProcessEnvironment(),
                cancellation: stop
            );
            await worker.Start(stop);
            await worker.RunUntilStopped(stop);
            return CommandLine.Done;
        }
        catch (Exception e) when (e is StoreException or WorkerException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return CommandLine.Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return CommandLine.Done;
        }
    }
}
