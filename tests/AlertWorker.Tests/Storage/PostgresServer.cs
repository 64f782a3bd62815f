using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AlertWorker.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace AlertWorker.Storage;

/// <summary>A real PostgreSQL of this test run's own: started when the first test asks, stopped and removed with the last.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1);
    private static string? _folder;
    private static int _port;
    private static int _databases;

    /// <summary>Connection string of a new, empty database.</summary>
    public static async Task<string> NewDatabase()
    {
        await Start();
        var name = $"store{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = $"create database {name}";
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Stops the server at once, as a crash would, and starts it again.</summary>
    public static async Task Restart()
    {
        await Run("pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "-w", "stop");
        await StartServer();
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await Run("pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=aw;Database={database};Maximum Pool Size=10;Timeout=5";

    private static async Task Start()
    {
        await Starting.WaitAsync();
        try
        {
            if (_folder is not null)
                return;
            var folder = Directory.CreateTempSubdirectory("alertworker-pg-").FullName;
            if (Environment.UserName == "root")
                await Execute("chown", ["postgres", folder]);
            _port = FreePort();
            _folder = folder;
            await Run(
                "initdb",
                "-D",
                $"{folder}/data",
                "-U",
                "aw",
                "--auth=trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync"
            );
            await StartServer();
        }
        finally
        {
            Starting.Release();
        }
    }

    private static Task StartServer() =>
        Run(
            "pg_ctl",
            "-D",
            $"{_folder}/data",
            "-w",
            "-l",
            $"{_folder}/log",
            "-o",
            $"-c listen_addresses=127.0.0.1 -p {_port} -k {_folder} -c fsync=off -c max_connections=300",
            "start"
        );

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task Run(string program, params string[] arguments)
    {
        var binary = Directory
            .GetFiles("/usr/lib/postgresql", program, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Last();
        return Environment.UserName == "root"
            ? Execute(
                "setpriv",
                ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--reset-env", binary, .. arguments]
            )
            : Execute(binary, arguments);
    }

    private static async Task Execute(string program, string[] arguments)
    {
        // Output goes nowhere by the shell: a pipe to here would stay open as long as the server runs.
        string[] quiet = ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("sh", quiet) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}"
            );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
