using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;
using Judge.Submit;

namespace Judge.Programs.Compile;

/// <summary>All files that a program is made of, and which one is compiled or run.</summary>
/// <param name="Entry">One of the files.</param>
/// <param name="Secret">Names of files that the program itself must not read, where it does not need them to run.</param>
/// <param name="Fault">None, or why there is no program to be made.</param>
internal sealed record SourceSet(
    IReadOnlyDictionary<string, Content> Files,
    string Entry,
    IReadOnlyCollection<string> Secret,
    CompileFault Fault
)
{
    public const int MostFiles = 20;

    /// <summary>Greatest size of all files of a zip together.</summary>
    public const long MostBytes = 1 << 20;

    public static SourceSet OfOne(string name, ReadOnlyMemory<byte> source) => Of(new() { [name] = Content.OfBytes(source) }, name);

    /// <summary>What the entrant handed in with the author's files laid beside it and over it.</summary>
    public static SourceSet Of(ReadOnlyMemory<byte> handin, Problem problem, Language language)
    {
        var main = problem.Mains.GetValueOrDefault(language.Id);
        var own = main?.Source ?? language.Source;
        var set = SubmitRule.IsZip(handin.Span) ? OfZip(handin, language, own, needsMain: main?.Main is null) : OfOne(own, handin);
        if (set.Fault != CompileFault.None)
        {
            return set;
        }

        var files = new Dictionary<string, Content>(set.Files, StringComparer.OrdinalIgnoreCase);
        List<string> beside = [.. problem.Mains.GetValueOrDefault("default")?.Files ?? [], .. main?.Files ?? []];
        foreach (var path in beside)
        {
            files.Remove(Path.GetFileName(path));
            files[Path.GetFileName(path)] = Content.OfFile(path);
        }

        return set with
        {
            Files = files,
            Entry = main?.Main ?? set.Entry,
            Secret = [.. beside.Select(path => Path.GetFileName(path)!)],
        };
    }

    /// <summary>All bytes of all files, one after the other.</summary>
    public byte[] Joined()
    {
        using var all = new MemoryStream();
        foreach (var content in Files.Values)
        {
            using var file = content.OpenRead();
            file.CopyTo(all);
            all.WriteByte((byte)'\n');
        }

        return all.ToArray();
    }

    /// <param name="needsMain">Whether one of the files must be the program; else the author has it.</param>
    private static SourceSet OfZip(ReadOnlyMemory<byte> handin, Language language, string own, bool needsMain)
    {
        var handed = HandinArchive.OfZip(handin, MostFiles, MostBytes);
        if (handed.Fault != CompileFault.None)
        {
            return Bad(handed.Fault);
        }

        var files = handed.Files.ToDictionary(file => file.Key, file => Content.OfBytes(file.Value));
        if (EntryOf([.. files.Keys], language, own) is not { } entry)
        {
            return needsMain ? Bad(CompileFault.NoMainFile) : Of(files, own);
        }

        // A single file may bear any name, as if it had been handed in without a zip.
        if (
            files.Keys.Count(name => IsOf(language, name)) == 1
            && !files.Keys.Contains(own, StringComparer.OrdinalIgnoreCase)
            && files.Remove(entry, out var only)
        )
        {
            (files[own], entry) = (only, own);
        }

        return Of(files, entry);
    }

    /// <summary>
    /// The file called as the language's source, <c>main.*</c> or <c>__main__.*</c>, or the only one of the language; null: none or
    /// several.
    /// </summary>
    private static string? EntryOf(List<string> names, Language language, string own)
    {
        var sources = names.FindAll(name => IsOf(language, name));
        return names.Find(name => name.Equals(own, StringComparison.OrdinalIgnoreCase))
            ?? sources.Find(name => Path.GetFileNameWithoutExtension(name).ToLowerInvariant() is "main" or "__main__")
            ?? (sources is [var only] ? only : null);
    }

    /// <summary>Whether a file's ending is one of the language's.</summary>
    public static bool IsOf(Language language, string name) =>
        language.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static SourceSet Of(Dictionary<string, Content> files, string entry) => new(files, entry, [], CompileFault.None);

    private static SourceSet Bad(CompileFault fault) => new(new Dictionary<string, Content>(), "", [], fault);
}
