using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Judge.Problems.Package;

/// <param name="Path">Below the package's folder, with <c>/</c> between its parts.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256 of its bytes in lower-case hex.</param>
internal sealed record ListedFile(string Path, long Size, string Hash);

/// <summary>
/// All files of a package that a judge may read, as a text with a line a file: hash, size, and path with the package's name in front. The
/// hash of that text stands for the package: whoever has it can check all the rest.
/// </summary>
/// <param name="Hash">SHA-256 of the text in lower-case hex.</param>
internal sealed record PackageList(string Hash, IReadOnlyList<ListedFile> Files)
{
    /// <summary>Greatest length of the text in bytes.</summary>
    public const int MostBytes = 4 << 20;

    private const int HashLength = 64;
    private const int MostPath = 1000;
    private const int MostPart = 255;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All files together, in bytes.</summary>
    public long Size => Files.Sum(file => file.Size);

    public static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The text, always the same for the same files.</summary>
    /// <exception cref="PackageException">A file has a name, or the package a number of files, that no list can carry.</exception>
    public static byte[] Write(string package, IEnumerable<ListedFile> files)
    {
        var text = new StringBuilder();
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (!IsSafe(file.Path))
            {
                throw new PackageException(package, "a file in it has a name that cannot be sent to judge nodes; rename it.");
            }

            text.Append(CultureInfo.InvariantCulture, $"{file.Hash} {file.Size} {package}/{file.Path}\n");
        }

        var bytes = Strict.GetBytes(text.ToString());
        return bytes.Length <= MostBytes
            ? bytes
            : throw new PackageException(package, "it has too many files to be sent to judge nodes; put fewer tests in it.");
    }

    /// <summary>Reads what somebody else wrote: paths that lead nowhere but into the package's folder, each once.</summary>
    /// <exception cref="InvalidDataException">It is no such list of this package.</exception>
    public static PackageList Read(string package, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new InvalidDataException("The list of a package's files is too long.");
        }

        var files = new List<ListedFile>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var rest = bytes;
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)'\n');
            var file =
                (end < 0 ? null : Line(package + '/', rest[..end]))
                ?? throw new InvalidDataException("A line of a package's list is damaged.");
            if (!known.Add(file.Path))
            {
                throw new InvalidDataException("A package's list names a file twice.");
            }

            files.Add(file);
            folders.UnionWith(FoldersOf(file.Path));
            rest = rest[(end + 1)..];
        }

        return folders.Overlaps(known)
            ? throw new InvalidDataException("A package's list names a file that is a folder too.")
            : new PackageList(HashOf(bytes), files);
    }

    /// <summary>Null: it is damaged.</summary>
    private static ListedFile? Line(string folder, ReadOnlySpan<byte> line)
    {
        if (
            line.Length < HashLength + 4
            || line[HashLength] != ' '
            || !Utf8Parser.TryParse(line[(HashLength + 1)..], out long size, out var digits)
            || size < 0
            || line.Length < HashLength + digits + 3
            || line[HashLength + 1 + digits] != ' '
        )
        {
            return null;
        }

        try
        {
            var (hash, path) = (Strict.GetString(line[..HashLength]), Strict.GetString(line[(HashLength + digits + 2)..]));
            return IsHash(hash) && path.StartsWith(folder, StringComparison.Ordinal) && IsSafe(path[folder.Length..])
                ? new ListedFile(path[folder.Length..], size, hash)
                : null;
        }
        catch (ArgumentException)
        {
            return null; // not UTF-8
        }
    }

    private static bool IsSafe(string path) =>
        path.Length <= MostPath && !path.Any(char.IsControl) && path.Split('/').All(part => part is not ("" or "." or "..") && Fits(part));

    /// <summary>A name on the disk need not be UTF-8; what is not was read with a sign that stands for nothing.</summary>
    private static bool Fits(string part) =>
        !part.Contains('\\') && !part.EnumerateRunes().Contains(Rune.ReplacementChar) && Encoding.UTF8.GetByteCount(part) <= MostPart;

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var at = path.IndexOf('/', StringComparison.Ordinal); at >= 0; at = path.IndexOf('/', at + 1))
        {
            yield return path[..at];
        }
    }
}
