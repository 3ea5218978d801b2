using System.IO.Compression;
using Judge.Formats.Draft;

namespace Judge.Formats.Archive;

/// <summary>
/// Opens a source: a folder where it lies, or a zip unpacked under numbers instead of names, so that no name in it can reach anything.
/// Sizes are counted while unpacking, never believed.
/// </summary>
internal sealed class ImportArchive
{
    private const int LinkMode = 0xA000;
    private const int PlainMode = 0x8000;
    private const int FolderMode = 0x4000;
    private const int MostLinkBytes = 4096;
    private const int MostHops = 40;

    private readonly string _temp;
    private readonly ImportLimits _limits;
    private readonly CancellationToken _ct;
    private readonly List<ImportFile> _files = [];
    private readonly Dictionary<string, string> _links = [];
    private long _bytes;
    private int _entries;

    private ImportArchive(string temp, ImportLimits limits, CancellationToken ct) => (_temp, _limits, _ct) = (temp, limits, ct);

    /// <param name="path">A folder, a zip (also <c>.kpp</c>), or one file such as an XML.</param>
    /// <param name="temp">Folder to unpack into; made if it is absent, and left for the caller to delete.</param>
    /// <exception cref="ImportException">It is absent, none of these, damaged, or not safe to unpack.</exception>
    public static ImportTree Open(string path, string temp, ImportLimits limits, CancellationToken ct)
    {
        var archive = new ImportArchive(temp, limits, ct);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var name = Path.GetFileName(full);
        if (Directory.Exists(full))
        {
            archive.Walk(new DirectoryInfo(full), "", full);
        }
        else if (!File.Exists(full))
        {
            throw new ImportException("import.archive.absent", ImportNames.Shown(path));
        }
        else if (new FileInfo(full).Length > 0 && ZipDirectory.IsZip(full))
        {
            archive.Unpack(full);
        }
        else
        {
            archive._files.Add(archive.Single(full, name));
        }

        archive.FollowLinks();
        return new ImportTree(Directory.Exists(full) ? name : Path.GetFileNameWithoutExtension(name), archive._files, temp);
    }

    private ImportFile Single(string full, string name)
    {
        if (Path.GetExtension(name).ToLowerInvariant() is ".rar" or ".7z" or ".gz" or ".tar" or ".zip" or ".kpp")
        {
            throw new ImportException("import.archive.notZip", ImportNames.Shown(name));
        }

        Count(0);
        var length = new FileInfo(full).Length;
        Grow(length, packed: long.MaxValue);
        return new ImportFile(ImportNames.Path(name), Readable(full, length), length);
    }

    private void Walk(DirectoryInfo folder, string below, string root)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            _ct.ThrowIfCancellationRequested();
            Count(1);
            var path = ImportNames.Path(below + entry.Name);
            if (entry.LinkTarget is not null)
            {
                _links[path] = Target(entry, root) ?? throw Link(path);
                continue;
            }

            if (entry is DirectoryInfo child)
            {
                Walk(child, path + "/", root);
                continue;
            }

            var length = ((FileInfo)entry).Length;
            Grow(length, packed: long.MaxValue);
            _files.Add(new ImportFile(path, Readable(entry.FullName, length), length));
        }
    }

    /// <summary>
    /// Named pipes and devices have no length either, and whoever opens one may wait for ever: what has none is never opened.
    /// </summary>
    private static string Readable(string full, long length) => length > 0 ? full : "/dev/null";

    /// <summary>
    /// Where a link leads to, below the root; null: out of it, to nothing or round in a ring. Only files that were walked to are taken by
    /// that path: a path that begins with the root may still lead out of it through another link.
    /// </summary>
    private static string? Target(FileSystemInfo link, string root)
    {
        try
        {
            return
                link.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true } target
                && target.FullName.StartsWith(root + "/", StringComparison.Ordinal)
                ? target.FullName[(root.Length + 1)..].Normalize()
                : null;
        }
        catch (IOException)
        {
            return null; // links in a ring
        }
    }

    /// <summary>
    /// Puts what links lead to in their places. Links in a folder that a link leads to are not followed again, so there is an end.
    /// </summary>
    private void FollowLinks()
    {
        var own = _files.ToLookup(file => file.Path);
        foreach (var (path, first) in _links)
        {
            _ct.ThrowIfCancellationRequested();
            var target = first;
            for (var hops = 0; _links.TryGetValue(target, out var next); target = next)
            {
                if (++hops > MostHops)
                {
                    throw Link(path);
                }
            }

            List<ImportFile> found =
            [
                .. own[target].Take(1).Select(file => file with { Path = path }),
                .. own.Where(same => same.Key.StartsWith(target + "/", StringComparison.Ordinal))
                    .Select(same => same.First() with { Path = path + same.Key[target.Length..] }),
            ];
            if (found.Count == 0 || path.StartsWith(target + "/", StringComparison.Ordinal))
            {
                throw Link(path);
            }

            Count(found.Count);
            Grow(found.Sum(file => file.Length), packed: long.MaxValue);
            _files.AddRange(found);
        }
    }

    /// <summary>Where a link of an archive leads to, below its root; null: out of it.</summary>
    private static string? Target(string path, string link)
    {
        var parts = path.Split('/')[..^1].ToList();
        foreach (var part in link.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is ".." || part.Contains('\\') || part.Contains('\0'))
            {
                return null;
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return link.StartsWith('/') || parts.Count == 0 ? null : string.Join('/', parts).Normalize();
    }

    private void Unpack(string full)
    {
        Directory.CreateDirectory(_temp);
        using var file = File.OpenRead(full);
        try
        {
            if (ZipDirectory.Count(file, _limits.Entries) is null)
            {
                throw TooMany();
            }

            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, ZipNames.Instance);
            foreach (var entry in zip.Entries)
            {
                _ct.ThrowIfCancellationRequested();
                Count(1);
                Unpack(entry, file.Length);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new ImportException("import.archive.damaged");
        }
    }

    private void Unpack(ZipArchiveEntry entry, long packed)
    {
        var path = ImportNames.Path(entry.FullName);
        var mode = (entry.ExternalAttributes >> 16) & 0xF000;
        if (mode is not (0 or PlainMode or FolderMode or LinkMode))
        {
            throw Link(path);
        }

        if (entry.IsEncrypted)
        {
            throw new ImportException("import.archive.password");
        }

        if (path.Length == 0 || entry.FullName[^1] is '/' or '\\')
        {
            return;
        }

        var target = Path.Combine(_temp, _files.Count.ToString("d6", System.Globalization.CultureInfo.InvariantCulture));
        var length = 0L;
        var sum = new Crc32();
        using (var input = entry.Open())
        using (var output = new FileStream(target, FileMode.CreateNew))
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = input.Read(buffer)) > 0; length += read)
            {
                Grow(read, packed);
                sum.Add(buffer.AsSpan(0, read));
                output.Write(buffer.AsSpan(0, read));
            }
        }

        if (length != entry.Length || sum.Value != entry.Crc32)
        {
            throw new ImportException("import.archive.mismatch", ImportNames.Shown(path));
        }

        if (mode == LinkMode)
        {
            _links[path] = (length <= MostLinkBytes ? Target(path, File.ReadAllText(target)) : null) ?? throw Link(path);
            File.Delete(target);
            return;
        }

        _files.Add(new ImportFile(path, target, length));
    }

    private void Count(int entries)
    {
        if ((_entries += entries) > _limits.Entries)
        {
            throw TooMany();
        }
    }

    private void Grow(long bytes, long packed)
    {
        _bytes += bytes;
        if (_bytes > _limits.Bytes || (_bytes > _limits.FreeBytes && packed < _bytes / _limits.Ratio))
        {
            throw new ImportException("import.archive.tooLarge", _bytes >> 20, _limits.Bytes >> 20, _limits.Ratio);
        }
    }

    private ImportException TooMany() => new("import.archive.tooMany", _limits.Entries);

    public static ImportException Link(string path) => new("import.archive.link", ImportNames.Shown(path));
}
