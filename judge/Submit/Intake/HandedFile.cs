using System.Text;
using Judge.Formats.Draft;
using Judge.Messages;

namespace Judge.Submit.Intake;

/// <summary>A file as somebody gave it, or text that was typed.</summary>
/// <param name="Name">As its sender calls it, perhaps with folders; empty: the text was typed.</param>
public sealed record HandedFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    private static readonly string[] Packed = [".rar", ".7z", ".zip", ".zipx", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".cab", ".iso"];

    /// <summary>Text from a form. Browsers send each line end as CR LF whatever was typed; that is undone, and nothing else.</summary>
    public static HandedFile Typed(string? text) => new("", Encoding.UTF8.GetBytes((text ?? "").Replace("\r\n", "\n")));

    internal bool IsTyped => Name.Length == 0;

    /// <summary>The name with <c>/</c> between its folders, wherever it comes from.</summary>
    internal string Path => Name.Replace('\\', '/');

    /// <summary>The name without folders: no name of a hand-in ever becomes a path.</summary>
    internal string BaseName => Path[(Path.LastIndexOf('/') + 1)..].Trim();

    /// <summary>Last ending with its dot; empty: there is none.</summary>
    internal string Extension => System.IO.Path.GetExtension(BaseName);

    /// <summary>A folder of a zip, or what systems put beside people's files.</summary>
    internal bool IsNoise => !IsTyped && (BaseName.Length == 0 || ImportNames.IsJunk(Path));

    /// <summary>Files are packed in it, by its ending or its first bytes.</summary>
    internal bool IsPacked =>
        Packed.Contains(Extension, StringComparer.OrdinalIgnoreCase)
        || Bytes.Span.StartsWith("Rar!\u001a"u8)
        || Bytes.Span is [(byte)'7', (byte)'z', 0xBC, 0xAF, ..];

    /// <summary>What a sentence calls it.</summary>
    internal Said Subject => IsTyped ? new Said("handin.subject.text") : new Said("handin.subject.file", ImportNames.Shown(BaseName));

    /// <summary>Names for a sentence, in their order: the first few, then how many more there are.</summary>
    internal static string List(IEnumerable<string> names)
    {
        const int Most = 5;
        List<string> all = [.. names.Select(ImportNames.Shown).Order(StringComparer.Ordinal)];
        var more = all.Count > Most ? $", … (+{all.Count - Most})" : "";
        return string.Join(", ", all.Take(Most)) + more;
    }
}
