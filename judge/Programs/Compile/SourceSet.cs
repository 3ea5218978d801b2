using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;
using Judge.Submit;
using Judge.Submit.Intake;

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
    public static SourceSet OfOne(string name, ReadOnlyMemory<byte> source) => Of(new() { [name] = Content.OfBytes(source) }, name);

    /// <summary>What the entrant handed in with the author's files laid beside it and over it.</summary>
    public static SourceSet Of(ReadOnlyMemory<byte> handin, Problem problem, Language language)
    {
        var main = problem.Mains.GetValueOrDefault(language.Id);
        var own = MainFile.NameOf(problem, language);
        var set = SubmitRule.IsZip(handin.Span)
            ? OfZip(handin, language, own, needsMain: MainFile.IsEntrants(problem, language))
            : OfOne(own, handin);
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
        var handed = HandinArchive.OfZip(handin, SourceIntake.MostFiles, SourceIntake.MostUnpacked);
        if (handed.Fault != CompileFault.None)
        {
            return Bad(handed.Fault);
        }

        var files = handed.Files.ToDictionary(
            file => language.SmallNames ? file.Key.ToLowerInvariant() : file.Key,
            file => Content.OfBytes(file.Value)
        );
        if (MainFile.Of(files.Keys, language, own) is not { } entry)
        {
            return needsMain ? Bad(CompileFault.NoMainFile) : Of(files, own);
        }

        // A single file may bear any name, as if it had been handed in without a zip.
        if (
            files.Keys.Count(name => MainFile.IsOf(language, name)) == 1
            && !files.Keys.Contains(own, StringComparer.OrdinalIgnoreCase)
            && files.Remove(entry, out var only)
        )
        {
            (files[own], entry) = (only, own);
        }

        return Of(files, entry);
    }

    private static SourceSet Of(Dictionary<string, Content> files, string entry) => new(files, entry, [], CompileFault.None);

    private static SourceSet Bad(CompileFault fault) => new(new Dictionary<string, Content>(), "", [], fault);
}
