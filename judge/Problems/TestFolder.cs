using System.Text.RegularExpressions;

namespace Judge.Problems;

/// <summary>Finds the tests of <c>data/sample</c> or <c>data/secret</c>.</summary>
internal static partial class TestFolder
{
    private const string Input = ".in";
    private const string Answer = ".ans";

    /// <summary>Tests in ordinal order of their names, so that 10 comes before 2, as the format has it.</summary>
    /// <exception cref="PackageException">A partner file is missing, or there is something that cannot be honoured.</exception>
    public static IReadOnlyList<Test> Read(string folder, string package, bool isSample)
    {
        var part = isSample ? "data/sample" : "data/secret";
        var path = Path.Combine(folder, part);
        if (!Directory.Exists(path))
            return isSample ? [] : throw new PackageException($"{package}/{part}", "the folder is missing; every problem needs secret tests.");

        var tests = new SortedDictionary<string, Test>(StringComparer.Ordinal);
        foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos().Where(entry => NamePattern().IsMatch(entry.Name)))
        {
            var file = $"{package}/{part}/{entry.Name}";
            if (entry is DirectoryInfo || entry.LinkTarget is not null)
                throw new PackageException(file, "groups, folders and links among the tests are not supported.");
            if (entry.Extension is not (Input or Answer))
                throw new PackageException(file, $"tests are pairs of {Input} and {Answer}; take this file out.");
            var name = Path.GetFileNameWithoutExtension(entry.Name);
            tests[name] = new Test(name, isSample, Partner(path, file, name, Input), Partner(path, file, name, Answer));
        }

        return tests.Count > 0 || isSample ? [.. tests.Values] : throw new PackageException($"{package}/{part}", "there is no test.");
    }

    private static string Partner(string path, string file, string name, string extension)
    {
        var partner = Path.GetFullPath(Path.Combine(path, name + extension));
        return File.Exists(partner) ? partner : throw new PackageException(file, $"its partner {name}{extension} is missing.");
    }

    /// <summary>Names the format admits; all others count as absent.</summary>
    [GeneratedRegex(@"\A[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}\z")]
    private static partial Regex NamePattern();
}
