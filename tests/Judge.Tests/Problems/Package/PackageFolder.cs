namespace Judge.Tests.Problems.Package;

/// <summary>A good package on disk, of which a test spoils what it is about.</summary>
internal sealed class PackageFolder : IDisposable
{
    public const string Settings = """
        problem_format_version: 2025-09
        name:
          vi: Tổng hai số
          en: A plus B
        uuid: 0cd52b9c-b250-480a-8bdf-833b471388e1
        credits:
          authors: Tổ ra đề
        license: cc0
        keywords: [lop6]
        limits:
          time_limit: 0.5
          memory: 64
          output: 1

        """;

    public PackageFolder()
    {
        Write("problem.yaml", Settings);
        Write("statement/problem.vi.md", "Cho hai số.");
        Write("statement/problem.en.md", "Two numbers.");
        Write("data/sample/1.in", "1 2");
        Write("data/sample/1.ans", "3");
        Write("data/secret/1.in", "5 6");
        Write("data/secret/1.ans", "11");
    }

    /// <summary>The folder that holds the package.</summary>
    public string Parent { get; } = Directory.CreateTempSubdirectory("problems-").FullName;

    public string Path => System.IO.Path.Combine(Parent, "tong");

    public void Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public void Dispose() => Directory.Delete(Parent, recursive: true);
}
