using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace AlertWorker.Storage;

/// <summary>A real PostgreSQL of its own, gone when disposed.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly int _port;
    private int _databases;

    private PostgresServer(string folder, int port) => (_folder, _port) = (folder, port);

    public static async Task<PostgresServer> Start()
    {
        var folder = Directory.CreateTempSubdirectory("alertworker-pg-").FullName;
        if (Environment.UserName == "root")
            await Execute("chown", ["postgres", folder]);
        string[] how = ["-U", "aw", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
        await Run("initdb", ["-D", $"{folder}/data", .. how]);
        var server = new PostgresServer(folder, FreePort());
        await server.Begin();
        return server;
    }

    /// <summary>Connection string of a new database.</summary>
    /// <param name="like">One of this server's that it is a copy of; null for an empty one.</param>
    public async Task<string> NewDatabase(string? like = null)
    {
        var name = $"store{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = like is null
            ? $"create database {name}"
            : $"create database {name} template {new NpgsqlConnectionStringBuilder(like).Database}";
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Stops at once, as in a crash.</summary>
    public Task End() => Run("pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "-w", "stop");

    public Task Begin() =>
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

    public async ValueTask DisposeAsync()
    {
        await End();
        Directory.Delete(_folder, recursive: true);
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=aw;Database={database};Maximum Pool Size=10;Timeout=5";

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

    /// <summary>One that no system hands out by itself: another test must not get it while the server is down.</summary>
    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(10_000, 30_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
