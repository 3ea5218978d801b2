using Judge.Formats.Draft;
using Judge.Messages;

namespace Judge.Submit.Intake;

/// <summary>What lies in a hand-in, with the zip around it and the byte order marks taken off.</summary>
/// <param name="Files">What somebody can use.</param>
/// <param name="Others">What nobody can: their bytes may be missing.</param>
/// <param name="Refused">Why nothing could be opened; null: it was.</param>
internal sealed record OpenedFiles(IReadOnlyList<HandedFile> Files, IReadOnlyList<HandedFile> Others, HandinDecision? Refused)
{
    /// <summary>A zip may hold so many files; those that nobody uses are not unpacked.</summary>
    private const int MostEntries = 1_000;

    /// <param name="mostBytes">Greatest size of all used files together, unpacked.</param>
    /// <param name="mostTold">Greatest size of a hand-in in bytes, as a refusal names it.</param>
    /// <param name="wanted">Which files can be used, by their name alone.</param>
    public static OpenedFiles Of(IReadOnlyList<HandedFile> handed, long mostBytes, long mostTold, Predicate<HandedFile> wanted)
    {
        List<HandedFile> files = [.. handed.Where(file => !file.IsNoise)];
        if (files is [var only] && SubmitRule.IsZip(only.Bytes.Span))
        {
            return OfZip(only, HandinZip.Read(only.Bytes, MostEntries, mostBytes, wanted), mostTold);
        }

        return files.Find(file => SubmitRule.IsZip(file.Bytes.Span)) is { } zip
            ? Bad("handin.zipAmongFiles", zip.Subject)
            : Of([.. files.Where(file => wanted(file))], [.. files.Where(file => !wanted(file))]);
    }

    /// <summary>Says why nothing is left: what was packed in another way, or named so that nobody knows what it is.</summary>
    /// <param name="unknown">What is said of files whose names do not fit; it is given their names.</param>
    public HandinDecision Nothing(Func<string, Said> unknown) =>
        Others.Concat(Files).FirstOrDefault(file => file.IsPacked) is { } packed ? HandinDecision.Refused("handin.packed", packed.Subject)
        : Others.Count + Files.Count == 0 ? HandinDecision.Refused("handin.noFile")
        : new HandinDecision(null, unknown(HandedFile.List(Others.Concat(Files).Select(file => file.BaseName))));

    /// <summary>In one order, however they came: what is said of the first is then the same.</summary>
    private static OpenedFiles Of(IEnumerable<HandedFile> files, IEnumerable<HandedFile> others) =>
        new(
            [
                .. files
                    .Select(file => file with { Bytes = SourceText.WithoutMark(file.Bytes) })
                    .OrderBy(file => file.BaseName, StringComparer.Ordinal)
                    .ThenBy(file => file.Path, StringComparer.Ordinal),
            ],
            [.. others],
            null
        );

    private static OpenedFiles OfZip(HandedFile zip, HandinZip read, long mostTold) =>
        read.Flaw switch
        {
            ZipFlaw.None => Of(read.Files, read.Others),
            ZipFlaw.Unreadable => Bad("handin.badZip", zip.Subject),
            ZipFlaw.Locked => Bad("handin.lockedZip", zip.Subject, ImportNames.Shown(read.Culprit)),
            ZipFlaw.Link => Bad("handin.link", zip.Subject, ImportNames.Shown(read.Culprit)),
            ZipFlaw.TooManyFiles => Bad("handin.tooManyFiles", zip.Subject, MostEntries),
            ZipFlaw.TooLarge => Bad("handin.tooLarge", new HandedFile(read.Culprit, default).Subject, mostTold >> 10),
            _ => throw new ArgumentOutOfRangeException(nameof(read), read.Flaw, "A zip has no such flaw."),
        };

    private static OpenedFiles Bad(string key, params IReadOnlyList<object> arguments) =>
        new([], [], HandinDecision.Refused(key, arguments));
}
