namespace ArenaWeb.Hosting;

/// <summary>Files that tell their owner a secret.</summary>
internal static class Secrets
{
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
