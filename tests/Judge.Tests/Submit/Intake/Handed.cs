using System.IO.Compression;
using System.Text;
using Judge.Messages;
using Judge.Problems;
using Judge.Submit.Intake;
using Support;

namespace Judge.Tests.Submit.Intake;

/// <summary>Hand-ins as pupils make them.</summary>
internal static class Handed
{
    public static Languages Known { get; } = Languages.Load(Path.Combine(Repository.Root, "sandbox-images"));

    public static HandedFile File(string name, string text = "begin end.") => new(name, Encoding.UTF8.GetBytes(text));

    public static HandedFile File(string name, byte[] bytes) => new(name, bytes);

    public static HandedFile Zip(params HandedFile[] files) => new("bai.zip", Zipped(files, "", _ => { }));

    /// <param name="folder">Stands in front of every name; empty: nothing does.</param>
    public static byte[] Zipped(IEnumerable<HandedFile> files, string folder, Action<ZipArchiveEntry> change, Encoding? names = null)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var file in files)
            {
                var entry = zip.CreateEntry(folder + file.Name);
                change(entry);
                using var stream = entry.Open();
                stream.Write(file.Bytes.Span);
            }
        }

        return bytes.ToArray();
    }

    public static HandinDecision Decide(Problem problem, string? chosen, params HandedFile[] files) =>
        HandinIntake.Decide(files, problem, chosen, Known);

    public static HandinDecision Decide(string? chosen, params HandedFile[] files) => Decide(Some.Problem(), chosen, files);

    /// <summary>Its language, or the key of the refusal.</summary>
    public static string Short(this HandinDecision decision) => decision.Handin?.Language ?? decision.Refusal!.Key;

    /// <summary>All that there is of it, to be compared.</summary>
    public static string Told(this HandinDecision decision) =>
        decision.Handin is { } handin
            ? $"{handin.Kind} {handin.Language} {Convert.ToHexString(handin.Bytes.Span)}"
            : Sentences.InVietnamese[decision.Refusal!];

    /// <summary>Names and texts of what would be stored.</summary>
    public static string Stored(this HandinDecision decision)
    {
        var bytes = decision.Handin!.Bytes;
        if (!Judge.Submit.SubmitRule.IsZip(bytes.Span))
        {
            return Encoding.UTF8.GetString(bytes.Span);
        }

        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray()));
        return string.Join(' ', zip.Entries.Select(entry => $"{entry.FullName}={new StreamReader(entry.Open()).ReadToEnd()}"));
    }

    public static string Said(this IEnumerable<Said> remarks) => string.Join(' ', remarks.Select(remark => Sentences.InVietnamese[remark]));
}
