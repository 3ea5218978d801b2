using System.Globalization;
using Npgsql;

namespace Judge.Worker.Trial;

/// <summary>
/// A PostgreSQL server of our own that keeps what it has confirmed (fsync is on) in a folder that goes with it. It listens on a unix socket
/// only, and ends when we do.
/// </summary>
internal sealed class ScratchPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly string _bin;
    private readonly Queue<string> _said = new();
    private OwnedProcess? _server;
    private int _databases;

    private ScratchPostgres(string folder, string bin) => (_folder, _bin) = (folder, bin);

    /// <summary>Folder of the newest server's programs on this machine; null: there is none.</summary>
    public static string? Programs { get; } =
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Order(StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering))
                .Select(version => Path.Combine(version, "bin"))
                .LastOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
            : null;

    /// <exception cref="InvalidOperationException">There is no PostgreSQL here, or it does not start.</exception>
    public static async Task<ScratchPostgres> StartAsync(CancellationToken ct)
    {
        var bin = Programs ?? throw new InvalidOperationException("PostgreSQL is needed: apt-get install postgresql.");
        var server = new ScratchPostgres(Directory.CreateTempSubdirectory("contest-pg-").FullName, bin);
        try
        {
            // Its own user cannot look into the folder of another one.
            File.SetUnixFileMode(server._folder, (UnixFileMode)0b111_111_111);
            string[] make = [$"{bin}/initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"];
            await using (var initdb = await server.RunAsync(make))
            {
                await initdb.WaitAsync();
            }

            await server.StartAgainAsync(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>How to connect to a database of that name, which need not exist.</summary>
    private string ConnectionString(string database) => $"Host={_folder};Username=postgres;Database={database}";

    /// <summary>Makes an empty database and returns how to connect to it.</summary>
    public async Task<string> NewDatabaseAsync(CancellationToken ct)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"trial{++_databases}");
        await AskAsync($"CREATE DATABASE {name}", ct);
        return ConnectionString(name);
    }

    /// <summary>Stops it as a crash would: nothing is written out, and it has to recover when it starts again.</summary>
    public Task CrashAsync() => _server!.EndAsync("QUIT");

    public async Task StartAgainAsync(CancellationToken ct)
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _server = await RunAsync([$"{_bin}/postgres", "-D", Data, "-k", _folder, "-c", "listen_addresses=", "-c", "max_connections=400"]);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (true)
        {
            try
            {
                await AskAsync("SELECT 1", patience.Token);
                return;
            }
            catch (NpgsqlException e) when (_server.HasExited)
            {
                throw new InvalidOperationException($"PostgreSQL did not start: {string.Join('\n', _said)}", e);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>It refuses to be run by root.</summary>
    private Task<OwnedProcess> RunAsync(IReadOnlyList<string> command) =>
        OwnedProcess.StartAsync(
            Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. command] : command,
            "INT",
            new Dictionary<string, string>(),
            Keep
        );

    private void Keep(string line)
    {
        _said.Enqueue(line);
        if (_said.Count > 20)
        {
            _said.Dequeue();
        }
    }

    private async Task AskAsync(string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
