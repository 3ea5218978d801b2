using System.Security.Cryptography;
using System.Text;
using Judge.Problems;

namespace ArenaWeb.Arena;

/// <summary>What is wrong with a form before the judge is asked.</summary>
internal enum SourceFlaw
{
    None,
    UnknownExtension,
    LanguageNotAllowed,
}

/// <summary>A source as it came, and the language it is written in.</summary>
internal sealed record SourceIntake(ReadOnlyMemory<byte> Bytes, string Language, SourceFlaw Flaw = SourceFlaw.None)
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Text from the form. Browsers send each line end as CR LF whatever was typed, so that is undone; nothing else is touched.
    /// </summary>
    public static SourceIntake OfText(string? text, string? language, IReadOnlyList<Language> allowed) =>
        new(
            Encoding.UTF8.GetBytes((text ?? "").Replace("\r\n", "\n")),
            language ?? "",
            allowed.Any(known => known.Id == language) ? SourceFlaw.None : SourceFlaw.LanguageNotAllowed
        );

    /// <summary>
    /// An uploaded file: its ending tells the language. The bytes stay as they are but for a UTF-8 byte order mark, which Windows'
    /// editors put in front: Free Pascal then reads string constants in another encoding, and the pupil never typed it.
    /// </summary>
    public static SourceIntake OfFile(string name, ReadOnlyMemory<byte> bytes, Languages all, IReadOnlyList<Language> allowed)
    {
        var language = all.OfFile(name);
        var flaw =
            language is null ? SourceFlaw.UnknownExtension
            : allowed.All(known => known.Id != language.Id) ? SourceFlaw.LanguageNotAllowed
            : SourceFlaw.None;
        return new(bytes.Span.StartsWith(Utf8Mark) ? bytes[Utf8Mark.Length..] : bytes, language?.Id ?? "", flaw);
    }

    /// <summary>
    /// The key under which this hand-in counts once: the same form with the same contents. A pupil who goes back to the form, changes
    /// something and sends it again has made another hand-in.
    /// </summary>
    public Guid Key(Guid form, string label)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(form.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes($"{label}\n{Language}\n"));
        hash.AppendData(Bytes.Span);
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
