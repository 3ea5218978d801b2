using System.Buffers.Binary;
using System.Security.Cryptography;
using Judge.Problems;
using Judge.Sandbox;
using Microsoft.Extensions.Logging;

namespace Judge.Programs.Compile;

/// <summary>
/// What compilers left of entrants' sources, so that judging again need not compile. Each lies in a file called by the hash of all that
/// it depends on. What does not fit goes, the longest unused first; what is damaged goes and is compiled again.
/// </summary>
/// <param name="folder">For the programs alone; it need not exist yet.</param>
/// <param name="images">Folder of the built images: a program is never taken from another build of its image.</param>
/// <param name="budget">Room for all programs together, in bytes.</param>
internal sealed class KeptPrograms(string folder, string images, long budget, TimeProvider clock, ILogger<KeptPrograms> log)
{
    private const string Unfinished = ".new";

    private readonly Lock _gate = new();
    private Dictionary<string, Kept>? _kept;
    private long _size;
    private bool _fails;

    /// <summary>The hash of all that the program depends on: image, command, environment and sources.</summary>
    public string KeyOf(Language language, SourceSet sources) =>
        ProgramKey.Of(BuiltImages.BuildOf(images, language.Image), language, sources);

    /// <summary>What the compiler said and left at an earlier time; null: nothing sound is kept.</summary>
    /// <param name="artifact">As the language calls what its compiler leaves; null: it leaves nothing.</param>
    public async Task<Execution?> FindAsync(string key, string? artifact, CancellationToken ct)
    {
        try
        {
            if (!IsKept(key))
            {
                return null;
            }

            var bytes = await File.ReadAllBytesAsync(PathOf(key), ct);
            if (Unpack(bytes, artifact) is { } execution)
            {
                File.SetLastWriteTimeUtc(PathOf(key), clock.GetUtcNow().UtcDateTime);
                return execution;
            }

            log.LogWarning("The kept program {Key} is damaged; it is compiled again", key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogDebug(e, "The kept program {Key} cannot be read; it is compiled again", key);
        }

        Remove(key);
        return null;
    }

    /// <summary>Keeps what a compiler left. Where it cannot, the source is compiled again the next time, and that is all.</summary>
    public async Task KeepAsync(string key, Execution execution)
    {
        var bytes = Pack(execution);
        if (bytes.Length > budget)
        {
            return;
        }

        var unfinished = Path.Combine(folder, $"{Guid.NewGuid():N}{Unfinished}");
        try
        {
            Load();
            await File.WriteAllBytesAsync(unfinished, bytes);
            File.Move(unfinished, PathOf(key), overwrite: true);
            Enter(key, bytes.Length);
            Interlocked.Exchange(ref _fails, false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(unfinished);
            if (!Interlocked.Exchange(ref _fails, true))
            {
                log.LogWarning(e, "Compiled programs cannot be kept: a full disk? Until they can, each is compiled again");
            }
        }
    }

    private bool IsKept(string key)
    {
        lock (_gate)
        {
            var kept = Load();
            if (kept.TryGetValue(key, out var one))
            {
                kept[key] = one with { UsedAt = clock.GetUtcNow() };
                return true;
            }

            return false;
        }
    }

    private void Enter(string key, long size)
    {
        lock (_gate)
        {
            var kept = Load();
            _size += size - kept.GetValueOrDefault(key).Size;
            kept[key] = new Kept(size, clock.GetUtcNow());
            if (_size <= budget)
            {
                return;
            }

            // A tenth more than needed: not each program that comes makes all others be looked through.
            foreach (var (old, _) in kept.Where(one => one.Key != key).OrderBy(one => one.Value.UsedAt).ToList())
            {
                Remove(old);
                if (_size <= budget - budget / 10)
                {
                    return;
                }
            }
        }
    }

    private void Remove(string key)
    {
        lock (_gate)
        {
            if (_kept?.Remove(key, out var gone) is true)
            {
                _size -= gone.Size;
            }

            TryDelete(PathOf(key));
        }
    }

    /// <summary>What an earlier run of this node has kept, once.</summary>
    private Dictionary<string, Kept> Load()
    {
        lock (_gate)
        {
            if (_kept is not null)
            {
                return _kept;
            }

            var kept = new Dictionary<string, Kept>();
            foreach (var file in Directory.CreateDirectory(folder).EnumerateFiles())
            {
                if (ProgramKey.IsKey(file.Name))
                {
                    kept[file.Name] = new Kept(file.Length, file.LastWriteTimeUtc);
                    _size += file.Length;
                }
                else
                {
                    TryDelete(file.FullName); // a write that a kill has cut off
                }
            }

            return _kept = kept;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays in the folder and in no index; the next run of the node counts it again.
        }
    }

    /// <summary>SHA-256 of the rest; length of the compiler's words in four bytes; the words; the program, if it left one.</summary>
    private static byte[] Pack(Execution execution)
    {
        var artifact = execution.Files.Values.SingleOrDefault();
        var (words, start) = (execution.Stdout.Length, SHA256.HashSizeInBytes);
        var bytes = new byte[start + 4 + words + artifact.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(start), words);
        execution.Stdout.CopyTo(bytes.AsMemory(start + 4));
        artifact.CopyTo(bytes.AsMemory(start + 4 + words));
        SHA256.HashData(bytes.AsSpan(start), bytes);
        return bytes;
    }

    private static Execution? Unpack(byte[] bytes, string? artifact)
    {
        var start = SHA256.HashSizeInBytes;
        if (bytes.Length < start + 4 || !SHA256.HashData(bytes.AsSpan(start)).AsSpan().SequenceEqual(bytes.AsSpan(0, start)))
        {
            return null;
        }

        var words = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(start));
        return new Execution
        {
            Ending = Ending.Exited,
            Cpu = default,
            Wall = default,
            MemoryBytes = 0,
            Stdout = bytes.AsMemory(start + 4, words),
            Files = artifact is null
                ? new Dictionary<string, ReadOnlyMemory<byte>>()
                : new() { [artifact] = bytes.AsMemory(start + 4 + words) },
        };
    }

    private string PathOf(string key) => Path.Combine(folder, key);

    private readonly record struct Kept(long Size, DateTimeOffset UsedAt);
}
