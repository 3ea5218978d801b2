using Judge.Problems;
using Judge.Problems.Package;
using Microsoft.Extensions.Logging;

namespace Judge.Nodes.Store;

/// <summary>
/// The packages that a judge node has fetched, each in a folder that bears its hash. What does not fit goes, the longest unused first, and
/// never while something is judged with it. A package that is not as its hash says is fetched again.
/// </summary>
/// <param name="root">Folder for the cache alone; it need not exist yet.</param>
/// <param name="budget">Room for all packages together, in bytes.</param>
internal sealed class PackageCache(
    PackageFetcher fetcher,
    IPackageIndex index,
    string root,
    long budget,
    TimeProvider clock,
    ILogger<PackageCache> log
) : IPackages
{
    private const int MostWarm = 50;
    private const string ListName = "list";
    private const string Unfinished = ".new";
    private const string Leaving = ".old";

    /// <summary>How much the index may be behind.</summary>
    private static readonly TimeSpan NoteAgainAfter = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly SemaphoreSlim _loading = new(1, 1);
    private bool _isLoaded;

    public IReadOnlyList<string> Warm
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    .. _entries
                        .Values.Where(entry => entry.Size > 0)
                        .OrderByDescending(entry => entry.UsedAt)
                        .Select(entry => entry.Name)
                        .Distinct()
                        .Take(MostWarm),
                ];
            }
        }
    }

    public async Task<OpenedPackage> OpenAsync(string problem, string hash, CancellationToken ct)
    {
        if (!ProblemPackage.IsName(problem) || !PackageList.IsHash(hash))
        {
            throw new PackageException(problem, "the arena has no such package, or it is wrong; its library says more.");
        }

        await LoadAsync(ct);
        var entry = Enter(problem, hash);
        try
        {
            var ready = await ReadyAsync(entry, ct);
            await NoteAsync(entry);
            return new OpenedPackage(ready, () => Leave(entry));
        }
        catch
        {
            Leave(entry);
            throw;
        }
    }

    private async Task<Problem> ReadyAsync(Entry entry, CancellationToken ct)
    {
        await entry.Turn.WaitAsync(ct);
        try
        {
            return entry.Problem = await SoundAsync(entry, ct) ?? await FetchAsync(entry, ct);
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    /// <summary>All bytes are looked at once a run of the node, and again when a file seems to be another.</summary>
    /// <returns>Null: it is not there, or damaged.</returns>
    private async Task<Problem?> SoundAsync(Entry entry, CancellationToken ct)
    {
        var folder = FolderOf(entry.Hash);
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var place = Path.Combine(folder, entry.Name);
        try
        {
            var stamp = ProblemLibrary.Stamp(place);
            if (entry.Problem is { } known && entry.Stamp == stamp)
            {
                return known;
            }

            await PackageProof.CheckAsync(Path.Combine(folder, ListName), entry.Hash, place, ct);
            entry.Stamp = stamp;
            return ProblemPackage.Load(place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            log.LogWarning(e, "The kept package of {Problem} is damaged; it is fetched again", entry.Name);
            return null;
        }
    }

    private async Task<Problem> FetchAsync(Entry entry, CancellationToken ct)
    {
        var bytes = await fetcher.ListAsync(entry.Hash, ct);
        var list = PackageList.Read(entry.Name, bytes);
        await MakeRoomAsync(entry, list.Size);
        var (folder, unfinished) = (FolderOf(entry.Hash), FolderOf(entry.Hash) + Unfinished);
        try
        {
            try
            {
                await FillAsync(unfinished, entry.Name, list, bytes, ct);
            }
            catch (IOException e)
            {
                log.LogWarning(e, "The package of {Problem} could not be kept; tried again with all others thrown away", entry.Name);
                await ThrowAwayAsync(() => true);
                await FillAsync(unfinished, entry.Name, list, bytes, ct);
            }

            Delete(folder);
            Directory.Move(unfinished, folder);
            var place = Path.Combine(folder, entry.Name);
            entry.Stamp = ProblemLibrary.Stamp(place);
            entry.NotedAt = null;
            Resize(entry, list.Size);
            return ProblemPackage.Load(place);
        }
        catch (Exception e) when (e is not PackageException)
        {
            Delete(unfinished);
            Resize(entry, 0);
            throw;
        }
    }

    private async Task FillAsync(string folder, string name, PackageList list, byte[] bytes, CancellationToken ct)
    {
        Delete(folder);
        Directory.CreateDirectory(folder);
        await fetcher.FilesAsync(list, Path.Combine(folder, name), ct);
        await File.WriteAllBytesAsync(Path.Combine(folder, ListName), bytes, ct);
    }

    /// <summary>Keeps room for a package that is being fetched.</summary>
    private async Task MakeRoomAsync(Entry entry, long size)
    {
        await ThrowAwayAsync(() => _entries.Values.Sum(other => other == entry ? size : other.Size) > budget);
        lock (_gate)
        {
            if (_entries.Values.Sum(other => other == entry ? size : other.Size) > budget)
            {
                throw new PackageException(
                    entry.Name,
                    $"its {size >> 20} MB do not fit into the {budget >> 20} MB that this judge node has for packages."
                );
            }

            entry.Size = size;
        }
    }

    /// <param name="more">Whether more is to go.</param>
    private async Task ThrowAwayAsync(Func<bool> more)
    {
        var left = new List<string>();
        lock (_gate)
        {
            while (more() && Oldest() is { } oldest)
            {
                _entries.Remove(oldest.Hash);
                left.Add(oldest.Hash);
                Directory.Move(FolderOf(oldest.Hash), FolderOf(oldest.Hash) + Leaving);
            }
        }

        foreach (var hash in left)
        {
            Delete(FolderOf(hash) + Leaving);
            await TryNoteAsync(() => index.RemoveAsync(hash));
        }
    }

    /// <summary>What was not used for longest, of what nobody uses; null: all is in use.</summary>
    private Entry? Oldest() =>
        _entries.Values.Where(entry => entry is { Users: 0, Size: > 0 }).OrderBy(entry => entry.UsedAt).FirstOrDefault();

    private void Resize(Entry entry, long size)
    {
        lock (_gate)
        {
            entry.Size = size;
        }
    }

    private Entry Enter(string problem, string hash)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(hash, out var entry))
            {
                _entries[hash] = entry = new Entry(hash, problem);
            }

            if (entry.Name != problem)
            {
                throw new InvalidDataException($"The package that the arena gives for {problem} is that of {entry.Name}.");
            }

            entry.Users++;
            entry.UsedAt = clock.GetUtcNow();
            return entry;
        }
    }

    private void Leave(Entry entry)
    {
        lock (_gate)
        {
            entry.Users--;
            entry.UsedAt = clock.GetUtcNow();
            if (entry is { Users: 0, Size: 0 })
            {
                _entries.Remove(entry.Hash);
            }
        }
    }

    /// <summary>What lies in the folder and is not in the index was never finished, or is not known; it goes.</summary>
    private async Task LoadAsync(CancellationToken ct)
    {
        if (Volatile.Read(ref _isLoaded))
        {
            return;
        }

        await _loading.WaitAsync(ct);
        try
        {
            if (_isLoaded)
            {
                return;
            }

            Directory.CreateDirectory(root);
            IReadOnlyDictionary<string, CachedPackage> known = new Dictionary<string, CachedPackage>();
            await TryNoteAsync(async () => known = await index.ReadAsync());
            foreach (var folder in Directory.GetDirectories(root))
            {
                if (known.TryGetValue(Path.GetFileName(folder), out var package) && ProblemPackage.IsName(package.Name))
                {
                    Restore(Path.GetFileName(folder), package);
                }
                else
                {
                    Delete(folder);
                }
            }

            Volatile.Write(ref _isLoaded, true);
        }
        finally
        {
            _loading.Release();
        }
    }

    private void Restore(string hash, CachedPackage package)
    {
        lock (_gate)
        {
            _entries[hash] = new Entry(hash, package.Name)
            {
                Size = Math.Max(package.Size, 1),
                UsedAt = package.UsedAt,
                NotedAt = package.UsedAt,
            };
        }
    }

    private async Task NoteAsync(Entry entry)
    {
        if (entry.NotedAt is not { } before || entry.UsedAt - before > NoteAgainAfter)
        {
            entry.NotedAt = entry.UsedAt;
            await TryNoteAsync(() => index.PutAsync(entry.Hash, new CachedPackage(entry.Name, entry.Size, entry.UsedAt)));
        }
    }

    /// <summary>Without its index a package is fetched again by the next run; that is all.</summary>
    private async Task TryNoteAsync(Func<Task> note)
    {
        try
        {
            await note();
        }
        catch (Exception e)
        {
            log.LogWarning(e, "The index of kept packages cannot be read or written; after a restart they are fetched again");
        }
    }

    private string FolderOf(string hash) => Path.Combine(root, hash);

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Entry(string hash, string name)
    {
        public string Hash => hash;

        public string Name => name;

        /// <summary>One at a time looks whether it is there, and fetches it.</summary>
        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>Null: not looked at by this run of the node.</summary>
        public Problem? Problem { get; set; }

        public int Stamp { get; set; }

        /// <summary>In bytes; 0: it is not here.</summary>
        public long Size { get; set; }

        public int Users { get; set; }

        public DateTimeOffset UsedAt { get; set; }

        /// <summary>As the index has it; null: it has not.</summary>
        public DateTimeOffset? NotedAt { get; set; }
    }
}
