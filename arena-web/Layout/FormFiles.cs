namespace ArenaWeb.Layout;

/// <summary>Files that come with a form.</summary>
internal static class FormFiles
{
    /// <summary>The whole file; whoever asks has looked at its length.</summary>
    public static async Task<byte[]> BytesAsync(this IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
