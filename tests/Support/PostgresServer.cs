using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Support;

/// <summary>
/// A real PostgreSQL server of this test run: a temporary cluster on a unix socket, with fsync off (tests do not pull the
/// plug). It ends when the test process does, however that comes about. CONTEST_POSTGRES names a server to use instead.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Cure = "PostgreSQL is needed by the tests: run ./contest test, which sets it up, or apt-get install postgresql.";

    private readonly string? _folder;
    private readonly Process? _process;
    private readonly string _connectionString;
    private int _databases;

    private PostgresServer(string connectionString, string? folder, Process? process) =>
        (_connectionString, _folder, _process) = (connectionString, folder, process);

    public static async Task<PostgresServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("CONTEST_POSTGRES") is { Length: > 0 } given)
        {
            return new PostgresServer(given, null, null);
        }

        var folder = Directory.CreateTempSubdirectory("contest-pg-").FullName;
        var process = Process.Start(Shell(folder))!;
        var server = new PostgresServer($"Host={folder};Username=postgres;Database=postgres", folder, process);
        await server.WaitUntilUpAsync();
        return server;
    }

    /// <summary>Makes an empty database and returns how to connect to it.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false });
        await using var command = source.CreateCommand($"DROP DATABASE IF EXISTS {name}");
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_connectionString) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
            Directory.Delete(_folder!, recursive: true);
        }
    }

    /// <summary>A shell that runs the server until its standard input ends; as another user when we are root.</summary>
    private static ProcessStartInfo Shell(string folder)
    {
        var bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .LastOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
            : null;
        var script = $"""
            cd {folder} || exit 1
            {bin}/initdb -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions >log 2>&1 || exit 1
            {bin}/postgres -D {folder}/data -k {folder} -c listen_addresses= -c fsync=off -c max_connections=200 >>{folder}/log 2>&1 3<&- &
            server=$!
            cat >/dev/null
            kill -INT $server
            wait $server
            rm -rf {folder}/data
            """;
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return Start("sh", "-c", script);
        }

        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("777", 8));
        return Start("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "sh", "-c", script);

        ProcessStartInfo Start(string program, params string[] arguments) =>
            bin is null
                ? throw new InvalidOperationException(Cure)
                : new ProcessStartInfo(program, arguments) { RedirectStandardInput = true };
    }

    private async Task WaitUntilUpAsync()
    {
        for (var wait = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false });
                await using var command = source.CreateCommand("SELECT 1");
                await command.ExecuteScalarAsync();
                return;
            }
            catch (NpgsqlException) when (wait.Elapsed < TimeSpan.FromSeconds(60) && !_process!.HasExited)
            {
                // not up yet
            }
            catch (NpgsqlException e)
            {
                var log = Path.Combine(_folder!, "log");
                throw new InvalidOperationException(
                    $"{Cure} It did not start: {(File.Exists(log) ? await File.ReadAllTextAsync(log) : "no log")}",
                    e
                );
            }
        }
    }
}
