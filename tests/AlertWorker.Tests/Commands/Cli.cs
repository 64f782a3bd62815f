using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using AlertWorker.House;

namespace AlertWorker.Commands;

/// <summary>The program itself, run as people run it.</summary>
internal sealed class Cli : IDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "AlertWorker");

    private readonly Process _process;

    public Cli(params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C"; // a bare server: the output must be UTF-8 all the same
        _process = Process.Start(start)!;
    }

    public StreamReader Output => _process.StandardOutput;

    /// <summary>Bytes it holds, and the most it ever held.</summary>
    public (long Now, long Peak) Memory
    {
        get
        {
            _process.Refresh();
            return (_process.WorkingSet64, _process.PeakWorkingSet64);
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<CliResult> Run(string input, params string[] arguments)
    {
        using var cli = new Cli(arguments);
        return await cli.End(Encoding.UTF8.GetBytes(input));
    }

    public async Task<CliResult> End(byte[] input)
    {
        var stop = TestContext.Current.CancellationToken;
        var output = _process.StandardOutput.ReadToEndAsync(stop);
        var error = _process.StandardError.ReadToEndAsync(stop);
        await _process.StandardInput.BaseStream.WriteAsync(input, stop);
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(stop);
        return new CliResult(_process.ExitCode, await output, await error);
    }

    /// <summary>Gives it a line and leaves its input open.</summary>
    public async Task Send(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends it at once and without warning.</summary>
    public Task Kill()
    {
        _process.Kill();
        return _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends it a signal and waits for its end.</summary>
    public async Task<int> Signal(string name)
    {
        await Nudge(name);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Sends it a signal that it survives.</summary>
    public async Task Nudge(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Keeps every line it logs from now on, so that it never waits for a reader.</summary>
    public ConcurrentQueue<string> Log()
    {
        var lines = new ConcurrentQueue<string>();
        _process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        return lines;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
