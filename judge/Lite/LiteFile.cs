using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiteDB;
using Microsoft.Extensions.Logging;

namespace Judge.Lite;

/// <summary>
/// Small values by kind and key in a LiteDB file, for what is worth keeping and not worth waiting for the disk: a killed program loses
/// nothing of it, a power cut at most two seconds. Nothing that counts is in it: a damaged file is moved aside, and an empty one goes on.
/// </summary>
/// <remarks>
/// A commit of LiteDB is in the kernel's hands at once; only a checkpoint forces it to the disk. A damaged key is a key like any other,
/// so each value bears a checksum of both.
/// </remarks>
internal sealed class LiteFile : IAsyncDisposable
{
    private const string Id = "_id";
    private const string Value = "value";
    private const string Sum = "sum";

    private const int PageBytes = 8192;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ITimer _timer;
    private LiteDatabase? _database;
    private bool _isDirty;

    /// <param name="path">The file, in a folder that exists; the first use opens it, or makes it.</param>
    public LiteFile(string path, TimeProvider time, ILogger<LiteFile> log)
    {
        (_path, _time, _log) = (path, time, log);
        _timer = time.CreateTimer(_ => _ = CheckpointAsync(), null, Pace, Pace);
    }

    /// <summary>Opens the file before it is needed, so that damage is told at the start. Trouble with it is told in the log only.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        try
        {
            await UseAsync(_ => true, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.LogError(e, "The file {File} cannot be opened. What would be kept in it is not kept until it can", _path);
        }
    }

    /// <returns>Null: there is none.</returns>
    /// <param name="kind">Letters and digits.</param>
    public Task<byte[]?> FindAsync(string kind, string key, CancellationToken ct = default) =>
        UseAsync(database => database.GetCollection(kind).FindById(key) is { } found ? ValueOf(found) : null, ct);

    public Task<List<(string Key, byte[] Value)>> ListAsync(string kind, CancellationToken ct = default) =>
        UseAsync(database => database.GetCollection(kind).FindAll().Select(found => (found[Id].AsString, ValueOf(found))).ToList(), ct);

    /// <summary>Changes one value while nobody else does. When it ends, the change outlives this program.</summary>
    /// <param name="key">At most 1,000 bytes.</param>
    /// <param name="change">From what is there (null: nothing) to what shall be (null: nothing). A throw changes nothing.</param>
    public Task ChangeAsync(string kind, string key, Func<byte[]?, byte[]?> change, CancellationToken ct = default) =>
        UseAsync(
            database =>
            {
                var values = database.GetCollection(kind);
                var next = change(values.FindById(key) is { } found ? ValueOf(found) : null);
                _isDirty = true;
                return next is null ? values.Delete(key) : values.Upsert(DocumentOf(key, next));
            },
            ct
        );

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _one.WaitAsync();
        _database?.Dispose();
        _database = null;
    }

    /// <exception cref="IOException">Another program has the file, or the disk fails; the file is left as it is.</exception>
    private async Task<T> UseAsync<T>(Func<LiteDatabase, T> use, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            _database ??= Open();
            try
            {
                return use(_database);
            }
            catch (LiteException damage) when (damage.ErrorCode is LiteException.INVALID_DATAFILE_STATE or LiteException.INVALID_DATABASE)
            {
                _database = Replace(_database, damage);
                return use(_database);
            }
            catch (IOException)
            {
                // LiteDB closes itself over it; the next use opens the file anew.
                Close(_database);
                _database = null;
                throw;
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>
    /// What is in the file is copied into a new one: damage that lies where nothing is written yet would show only later. The copy costs
    /// little, for what is kept here is small, and takes less space than the original.
    /// </summary>
    private LiteDatabase Open()
    {
        if (!File.Exists(_path))
        {
            return OpenAt(_path);
        }

        // Whoever else holds the file is told of here, before anything could be taken for damage.
        using (new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) { }
        var copy = _path + ".new";
        Delete(copy);
        LiteDatabase? old = null;
        try
        {
            var length = LengthOf(_path) is var own and > 0 ? own + LengthOf(LogOf(_path)) : 0;
            old = OpenAt(_path);
            RefuseTruncated(old, length);
            Copy(old, copy);
            old.Dispose();
            File.Delete(LogOf(_path));
            File.Move(copy, _path, overwrite: true);
        }
        catch (Exception damage)
        {
            return Replace(old, damage);
        }

        return OpenAt(_path);
    }

    private static LiteDatabase OpenAt(string path) =>
        new(new ConnectionString { Filename = path, Connection = ConnectionType.Direct }, new BsonMapper());

    /// <summary>LiteDB takes pages that are missing for pages without anything in them, and an empty file for a new one.</summary>
    /// <param name="length">Of the file and its log before they were opened, in bytes.</param>
    private static void RefuseTruncated(LiteDatabase database, long length)
    {
        using var pages = database.Execute("SELECT lastPageID FROM $database");
        var last = pages.Read() ? pages.Current["lastPageID"].AsInt64 : 0;
        if (length < (last + 1) * PageBytes)
        {
            throw new InvalidDataException("The end of the file is missing.");
        }
    }

    private static void Copy(LiteDatabase old, string path)
    {
        using var copy = OpenAt(path);
        foreach (var kind in old.GetCollectionNames())
        {
            copy.GetCollection(kind)
                .InsertBulk(old.GetCollection(kind).FindAll().Select(found => DocumentOf(found[Id].AsString, ValueOf(found))));
        }

        copy.Checkpoint();
    }

    private static BsonDocument DocumentOf(string key, byte[] value) =>
        new()
        {
            [Id] = key,
            [Value] = value,
            [Sum] = SumOf(key, value),
        };

    private static byte[] ValueOf(BsonDocument document)
    {
        var (key, value) = (document[Id].AsString, document[Value].AsBinary);
        return SumOf(key, value).AsSpan().SequenceEqual(document[Sum].AsBinary)
            ? value
            : throw new LiteException(LiteException.INVALID_DATAFILE_STATE, "A value does not have its checksum.");
    }

    private static byte[] SumOf(string key, byte[] value) => SHA256.HashData([.. Encoding.UTF8.GetBytes(key), 0, .. value]);

    private LiteDatabase Replace(LiteDatabase? damaged, Exception damage)
    {
        Close(damaged);
        var aside = _path + MovedAside.Mark + _time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        File.Move(_path, aside);
        if (File.Exists(LogOf(_path)))
        {
            File.Move(LogOf(_path), LogOf(aside));
        }

        _log.LogError(damage, "The file {File} is damaged. It is now {Aside}, and an empty one goes on", _path, aside);
        return OpenAt(_path);
    }

    /// <summary>What has failed may fail once more while it is closed.</summary>
    private void Close(LiteDatabase? failed)
    {
        try
        {
            failed?.Dispose();
        }
        catch (Exception e)
        {
            _log.LogWarning(e, "The file {File} could not be closed", _path);
        }
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(LogOf(path));
    }

    /// <summary>LiteDB's own name for the log of a file.</summary>
    private static string LogOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}-log{Path.GetExtension(path)}");

    private async Task CheckpointAsync()
    {
        if (!_isDirty)
        {
            return;
        }

        try
        {
            await UseAsync(
                database =>
                {
                    database.Checkpoint();
                    return _isDirty = false;
                },
                CancellationToken.None
            );
        }
        catch (Exception e)
        {
            _log.LogError(e, "What is new in {File} could not be forced to the disk; it is tried again", _path);
        }
    }
}
