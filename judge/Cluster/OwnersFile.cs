using System.Text;

namespace Judge.Cluster;

/// <summary>Files with keys in them.</summary>
internal static class OwnersFile
{
    /// <summary>Writes a new file that only its owner may read, whole or not at all.</summary>
    /// <exception cref="IOException">The file is there already: a key is never written over.</exception>
    public static void Write(string path, string text)
    {
        var part = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            using (
                var stream = new FileStream(
                    part,
                    new FileStreamOptions
                    {
                        Mode = FileMode.CreateNew,
                        Access = FileAccess.Write,
                        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                    }
                )
            )
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: false);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
