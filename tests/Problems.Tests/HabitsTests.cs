using System.Text;
using Judge.Problems;
using Support;

namespace Problems.Tests;

/// <summary>
/// Programs as pupils write them, with the habits of other judges, other systems and older compilers: a file each in habits/. All of them
/// write the number that they read, from the standard streams or from BAI1.INP.
/// </summary>
public sealed class HabitsTests(Judges judges)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Problems.Tests", "habits");

    private static readonly FileNames Files = new("BAI1.INP", "BAI1.OUT", Streams: true);

    /// <summary>What an editor or a system makes of the line ends and the start of a text.</summary>
    private static readonly Dictionary<string, Func<string, string>> Looks = new()
    {
        ["as it is"] = text => text,
        ["of Windows"] = text => text.Replace("\n", "\r\n"),
        ["without the last line end"] = text => text.TrimEnd('\n'),
    };

    [Theory]
    [InlineData("python", ".py")]
    [InlineData("pascal", ".pas")]
    [InlineData("c", ".c")]
    [InlineData("cpp", ".cpp")]
    public async Task Programs_as_pupils_write_them_are_accepted(string language, string ending)
    {
        using var scratch = new ScratchProblem(files: Files, seconds: 2, memory: 256);
        var wrong = new List<string>();
        foreach (var path in Directory.GetFiles(Folder, "*" + ending).Where(path => Path.GetExtension(path) == ending).Order())
        {
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            wrong.AddRange(await FaultsAsync(scratch, language, Path.GetFileName(path), text));
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("python", "import sys\nfor line in sys.stdin:\n    print(int(line))\n")]
    [InlineData("python", "n = int(open('BAI1.INP', encoding='utf-8-sig').readline())\nprint(n, file=open('BAI1.OUT', 'w'))\n")]
    [InlineData("pascal", "var n: longint; s: string;\nbegin\n  readln(s);\n  val(s, n);\n  writeln(n);\nend.\n")]
    [InlineData("c", "#include <stdio.h>\nint main()\n{\n    int n;\n    while (scanf(\"%d\", &n) == 1) printf(\"%d\\n\", n);\n}\n")]
    [InlineData("cpp", "#include <iostream>\nint n;\nint main()\n{\n    std::cin >> n;\n    std::cout << n;\n}\n")]
    public async Task Sources_and_inputs_with_other_line_ends_are_accepted(string language, string source)
    {
        using var scratch = new ScratchProblem([.. Looks.Values.Select(look => look("7\n"))], Files, seconds: 2);
        var wrong = new List<string>();
        foreach (var look in Looks)
        {
            wrong.AddRange(await FaultsAsync(scratch, language, "source " + look.Key, look.Value(source)));
        }

        Assert.Empty(wrong);
    }

    private async Task<IEnumerable<string>> FaultsAsync(ScratchProblem scratch, string language, string name, string source)
    {
        var judgement = await judges.JudgeAsync(
            scratch.Problem,
            language,
            Encoding.UTF8.GetBytes(source),
            stopAtFirstFailure: true,
            onTest: null,
            TestContext.Current.CancellationToken
        );
        return judgement.Verdict == Verdict.Accepted
            ? []
            : [$"{name}: {judgement.Verdict} {judgement.Tests.LastOrDefault()} {judgement.Program?.CompilerMessage}"];
    }
}
