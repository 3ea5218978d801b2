using System.Globalization;

namespace Judge.Sandbox;

/// <summary>What sandbox-images/build left in the images folder.</summary>
internal static class BuiltImages
{
    /// <summary>Names of the images, in order.</summary>
    /// <exception cref="SandboxException">There are none.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        string[] names = !Directory.Exists(folder)
            ? []
            :
            [
                .. Directory
                    .GetDirectories(folder)
                    .Where(d => File.Exists(Path.Combine(d, "language.json")) && !d.EndsWith(".new", StringComparison.Ordinal))
                    .Select(d => Path.GetFileName(d))
                    .Order(StringComparer.Ordinal),
            ];
        return names.Length > 0 && File.Exists(Path.Combine(folder, "runner", "runner"))
            ? names
            : throw new SandboxException($"No sandbox images in {Path.GetFullPath(folder)}: run sandbox-images/build.");
    }

    /// <summary>Differs between any two builds of an image, also of one recipe: the packages may be newer.</summary>
    /// <exception cref="SandboxException">There is no such image.</exception>
    public static string BuildOf(string folder, string image)
    {
        var stamp = new FileInfo(Path.Combine(folder, image, "stamp"));
        return stamp.Exists
            ? string.Create(CultureInfo.InvariantCulture, $"{File.ReadAllText(stamp.FullName)}-{stamp.LastWriteTimeUtc.Ticks}")
            : throw new SandboxException($"No sandbox image {image} in {Path.GetFullPath(folder)}: run sandbox-images/build.");
    }
}
