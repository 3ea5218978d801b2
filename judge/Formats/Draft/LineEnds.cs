namespace Judge.Formats.Draft;

/// <summary>Line ends of test files from Windows, read as streams.</summary>
internal static class LineEnds
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Copies a file without its CRs.</summary>
    public static void CopyAsLf(string path, Stream output)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            var kept = 0;
            foreach (var b in buffer.AsSpan(0, read))
            {
                buffer[kept] = b;
                kept += b == '\r' ? 0 : 1;
            }

            output.Write(buffer.AsSpan(0, kept));
        }
    }
}
