using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Kattis;

/// <summary>A small package of the Kattis family on disk, of which a test changes what it is about.</summary>
internal sealed class KattisPackage : IDisposable
{
    private readonly ImportFolder _folder = new("twosum");

    public ImportFolder Folder => _folder;

    /// <summary>A package in "legacy" with two samples' worth of everything the format demands.</summary>
    public static KattisPackage Legacy(string settings = "name: Two Sum\n") =>
        new KattisPackage()
            .Write("problem.yaml", settings)
            .Write(".timelimit", "2\n")
            .Write("problem_statement/problem.en.tex", "\\problemname{Two Sum}\nAdd two numbers.\n")
            .Test("sample/1", "1 2\n", "3\n")
            .Test("secret/1", "2 2\n", "4\n")
            .Test("secret/2", "5 5\n", "10\n")
            .Write("submissions/accepted/sum.py", "print(sum(map(int, input().split())))\n");

    /// <summary>A package in "2025-09".</summary>
    public static KattisPackage Current(string more = "") =>
        new KattisPackage()
            .Write(
                "problem.yaml",
                "problem_format_version: 2025-09\nname: {en: Two Sum}\nuuid: "
                    + "6f3f6f3c-0f0e-4b3e-9c55-96b0dd6f3b6e\nlimits: {time_limit: 1.0}\n"
                    + more
            )
            .Write("statement/problem.en.md", "Add two numbers.\n")
            .Test("sample/1", "1 2\n", "3\n")
            .Test("secret/1", "2 2\n", "4\n")
            .Test("secret/2", "5 5\n", "10\n")
            .Write("submissions/accepted/sum.py", "print(sum(map(int, input().split())))\n");

    public KattisPackage Write(string file, string text)
    {
        _folder.Write(file, text);
        return this;
    }

    public KattisPackage Test(string name, string input = "1\n", string answer = "1\n") =>
        Write($"data/{name}.in", input).Write($"data/{name}.ans", answer);

    public KattisPackage Delete(string file)
    {
        File.Delete(Path.Combine(_folder.Source, file));
        return this;
    }

    /// <summary>Imports it, which must succeed.</summary>
    public (Problem Problem, ImportReport Report) Import(Func<ImportRequest, ImportRequest>? change = null)
    {
        var report = _folder.Import(change);
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        return (_folder.Load("twosum"), report);
    }

    /// <summary>Imports it, which must be refused; returns the reasons in English.</summary>
    public string Refused(Func<ImportRequest, ImportRequest>? change = null)
    {
        var report = _folder.Import(change);
        Assert.False(report.IsGood);
        Assert.False(Directory.Exists(Path.Combine(_folder.Into, "twosum")));
        return ImportFolder.Lines(report, ImportLineKind.Error);
    }

    public string Read(string file) => _folder.Read($"twosum/{file}");

    public void Dispose() => _folder.Dispose();
}
