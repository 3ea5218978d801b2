namespace Judge.Formats.Draft;

/// <summary>Line ends of test files from Windows, read as streams.</summary>
internal static class LineEnds
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Whether there is a line and every one ends in CR LF; a last line without any end does not count.</summary>
    public static bool AreAllCrLf(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[BufferBytes];
        var (any, before) = (false, (byte)0);
        for (int read; (read = file.Read(buffer)) > 0; before = buffer[read - 1])
        {
            var part = buffer.AsSpan(0, read);
            if (before == '\r' && part[0] != '\n')
            {
                return false;
            }

            for (var at = Next(part, 0); at >= 0; at = Next(part, at + 1))
            {
                var isFeed = part[at] == '\n';
                if (isFeed ? (at > 0 ? part[at - 1] : before) != '\r' : at + 1 < read && part[at + 1] != '\n')
                {
                    return false;
                }

                any |= isFeed;
            }
        }

        return any && before != '\r';

        static int Next(ReadOnlySpan<byte> part, int from) =>
            part[from..].IndexOfAny((byte)'\r', (byte)'\n') is var at && at < 0 ? at : at + from;
    }

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
