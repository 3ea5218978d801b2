using System.Security.Cryptography;
using System.Text;
using Judge.Submit.Intake;

namespace ArenaWeb.Arena;

/// <summary>
/// The key under which a hand-in counts once: the same form with the same contents. A pupil who goes back to the form, changes something
/// and sends it again has made another hand-in.
/// </summary>
internal static class HandinKey
{
    public static Guid Of(Guid form, string label, CanonicalHandin handin)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(form.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes($"{label}\n{handin.Language}\n"));
        hash.AppendData(handin.Bytes.Span);
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
