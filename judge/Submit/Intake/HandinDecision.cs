using Judge.Messages;
using Judge.Problems;

namespace Judge.Submit.Intake;

/// <summary>A hand-in in its canonical form: the same work gives the same bytes, whichever way it came.</summary>
/// <param name="Language">Folder name under sandbox-images; empty where <paramref name="Kind"/> is not Program.</param>
/// <param name="Bytes">A source or output as it is, or several in a zip. Handed in again they give themselves.</param>
/// <param name="Remarks">What its sender should hear: files that were left out, a language that was not the chosen one.</param>
public sealed record CanonicalHandin(HandinKind Kind, string Language, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Said> Remarks);

/// <summary>A hand-in, or why it is none. One of the two is null.</summary>
/// <param name="Refusal">Names the file and says what to do; no attempt is used.</param>
public sealed record HandinDecision(CanonicalHandin? Handin, Said? Refusal)
{
    internal static HandinDecision Refused(string key, params IReadOnlyList<object> arguments) => new(null, new Said(key, arguments));

    internal static HandinDecision Taken(HandinKind kind, string language, ReadOnlyMemory<byte> bytes, IReadOnlyList<Said> remarks) =>
        new(new CanonicalHandin(kind, language, bytes, remarks), null);
}
