using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Judge.Settings;

namespace ArenaWeb.Library;

/// <summary>A file that was sent to be imported.</summary>
/// <param name="Name">As it was called, made safe.</param>
internal sealed record KeptFile(string Id, string Name, string Path, long Bytes);

/// <summary>
/// Files that organisers sent: on disk in the data folder, for their owner only, until they are used or an hour has passed.
/// </summary>
internal sealed partial class Uploads(JudgeOptions options, TimeProvider time)
{
    public const long MostBytes = 512L << 20;

    private const int MostNameLetters = 80;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly string _folder = Path.Combine(options.DataFolder, "uploads");

    /// <summary>Writes a stream to disk as it comes.</summary>
    /// <param name="name">Whatever the browser calls it.</param>
    /// <returns>Null: it is larger than <see cref="MostBytes"/>; it was read to its end and nothing of it is kept.</returns>
    public async Task<KeptFile?> KeepAsync(string name, Stream bytes, CancellationToken ct)
    {
        var (id, place) = NewPlace();
        var whole = false;
        try
        {
            await using (var file = new FileStream(Path.Combine(place, SafeName(name)), FileMode.CreateNew))
            {
                whole = await CopyAsync(bytes, file, ct);
            }
        }
        finally
        {
            if (!whole)
            {
                Directory.Delete(place, recursive: true);
            }
        }
        return whole ? Find(id) : null;
    }

    /// <summary>Null: there is none of this id any more.</summary>
    public KeptFile? Find(string? id) =>
        id is not null
        && IdPattern().IsMatch(id)
        && new DirectoryInfo(Path.Combine(_folder, id)) is { Exists: true } place
        && place.EnumerateFiles().FirstOrDefault() is { } file
            ? new KeptFile(id, file.Name, file.FullName, file.Length)
            : null;

    /// <summary>A folder for one file that is made here, and its id; kept as long as an upload.</summary>
    public (string Id, string Folder) NewPlace()
    {
        var id = FormattableString.Invariant(
            $"{time.GetUtcNow().ToUnixTimeMilliseconds()}-{RandomNumberGenerator.GetHexString(32, lowercase: true)}"
        );
        Directory.CreateDirectory(_folder, OwnerOnly);
        return (id, Directory.CreateDirectory(Path.Combine(_folder, id), OwnerOnly).FullName);
    }

    public void Delete(KeptFile file) => Directory.Delete(Path.Combine(_folder, file.Id), recursive: true);

    /// <summary>Deletes what has lain for an hour.</summary>
    public void Sweep()
    {
        var oldest = (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds();
        foreach (var place in Directory.Exists(_folder) ? Directory.GetDirectories(_folder) : [])
        {
            if (
                !long.TryParse(Path.GetFileName(place).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                || at <= oldest
            )
            {
                Directory.Delete(place, recursive: true);
            }
        }
    }

    private static async Task<bool> CopyAsync(Stream from, Stream to, CancellationToken ct)
    {
        var buffer = new byte[64 << 10];
        var total = 0L;
        int read;
        while ((read = await from.ReadAsync(buffer, ct)) > 0)
        {
            total += read;
            if (total <= MostBytes)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        return total <= MostBytes;
    }

    /// <summary>The last part of a path, without what a file system or a terminal takes amiss; its ending stays.</summary>
    private static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var plain = string.Concat(last.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' ? letter : '_'))
            .TrimStart('.', ' ', '-');
        if (plain.Length > MostNameLetters)
        {
            plain = plain[^MostNameLetters..].TrimStart('.', ' ', '-');
        }

        return plain.Length > 0 ? plain : "tep";
    }

    [GeneratedRegex(@"\A[0-9]{1,16}-[0-9a-f]{32}\z")]
    private static partial Regex IdPattern();
}

/// <summary>Deletes uploads that nobody went on with.</summary>
internal sealed class UploadSweep(Uploads uploads, TimeProvider time, ILogger<UploadSweep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                uploads.Sweep();
            }
            catch (IOException busy)
            {
                log.LogWarning(busy, "An old upload could not be deleted");
            }
        } while (await timer.WaitForNextTickAsync(ct));
    }
}
