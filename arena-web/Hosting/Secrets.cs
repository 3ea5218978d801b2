using System.Security.Cryptography;

namespace ArenaWeb.Hosting;

/// <summary>Passwords made here, and the files they are told in.</summary>
internal static class Secrets
{
    /// <summary>Without letters that look like others on paper: 30 signs, so 12 of them are 59 bits.</summary>
    private const string Signs = "abcdefghjkmnpqrstuvwxyz2345679";

    public static string Password() => RandomNumberGenerator.GetString(Signs, 12);

    /// <summary>Writes a file whole or not at all, for its owner's eyes only.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken ct)
    {
        var part = path + ".new";
        File.Delete(part);
        var owner = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using (var writer = new StreamWriter(part, owner))
        {
            await writer.WriteAsync(text.AsMemory(), ct);
        }

        File.Move(part, path, overwrite: true);
    }
}
