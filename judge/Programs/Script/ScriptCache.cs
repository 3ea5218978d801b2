using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Judge.Programs.Script;

/// <summary>
/// Compiled scripts by all that they depend on, in memory and in a folder for the next process. They come from a box and go only into
/// one: nothing here ever loads them.
/// </summary>
internal sealed class ScriptCache(string folder)
{
    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);

    /// <param name="hostVersion">As the host says it.</param>
    public static string Key(string hostVersion, ScriptKind kind, string source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hostVersion}\n{kind}\n{source}")));

    /// <summary>The compiled script, or nothing.</summary>
    public byte[] Find(string key)
    {
        if (_known.TryGetValue(key, out var assembly))
        {
            return assembly;
        }

        var path = PathOf(key);
        return File.Exists(path) ? _known.GetOrAdd(key, File.ReadAllBytes(path)) : [];
    }

    /// <summary>Keeps it; where the folder cannot be written, for this process only.</summary>
    public void Keep(string key, byte[] assembly)
    {
        _known[key] = assembly;
        try
        {
            Directory.CreateDirectory(folder);
            var half = $"{PathOf(key)}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
            File.WriteAllBytes(half, assembly);
            File.Move(half, PathOf(key), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It costs the next process a second to compile it again.
        }
    }

    private string PathOf(string key) => Path.Combine(folder, key + ".dll");
}
