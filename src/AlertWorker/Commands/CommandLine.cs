using System.CommandLine;
using System.Text;
using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary>The command line: its commands, how it ends (0 done, 1 failed or faults found, 2 wrong usage or configuration, 130 interrupted) and what it prints where.</summary>
internal sealed class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Unusable = 2;
    public const int Interrupted = 130;

    /// <summary>What System.CommandLine makes of SIGTERM; to our callers an interruption is an interruption.</summary>
    private const int Terminated = 143;

    private const string Purpose =
        "Watches feeds for border crossings that close or reopen, and tells the people who depend on them.";

    /// <summary>A worker that is told to stop has ten seconds to drain; the rest is margin.</summary>
    private static readonly TimeSpan PatienceOfWorker = TimeSpan.FromSeconds(12);

    /// <summary>Any other command may be blocked in reading standard input and is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly RootCommand _root = new(Purpose) { ConfigOption.Instance };
    private readonly Dictionary<Command, string> _examples = [];

    public CommandLine() => _examples[_root] = "AlertWorker --config /etc/alertworker";

    /// <summary>Adds a command with the one example its help shows.</summary>
    public void Add(Command command, string example)
    {
        _root.Add(command);
        _examples[command] = example;
    }

    /// <summary>Adds the command that runs when none is named.</summary>
    public void AddDefault(Command command, string example)
    {
        foreach (var option in command.Options)
            _root.Add(option);
        _root.Action = command.Action;
        Add(command, example);
    }

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        HelpWithExample.PutInto(_root, _examples);
        var parsed = _root.Parse(args);
        if (parsed.Errors.Count > 0)
            return await Refuse(parsed);
        try
        {
            var code = await parsed.InvokeAsync(
                new()
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = IsWorker(parsed) ? PatienceOfWorker : Patience,
                }
            );
            return code == Terminated ? Interrupted : code;
        }
        catch (ConfigException unusable)
        {
            foreach (var fault in unusable.Faults)
                await Console.Error.WriteLineAsync(fault.ToString());
            return Unusable;
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return Unusable;
        }
        catch (StoreException unreachable)
        {
            await Console.Error.WriteLineAsync(unreachable.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }

    private bool IsWorker(ParseResult parsed) => parsed.CommandResult.Command.Action == _root.Action;

    private static async Task<int> Refuse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        var command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        await Console.Error.WriteLineAsync($"See AlertWorker{command} --help");
        return Unusable;
    }
}
