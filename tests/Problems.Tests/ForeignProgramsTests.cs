using System.Text;
using Judge.Formats;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Problems.Tests;

/// <summary>Small packages of other judges whose authors bring programs, imported and judged.</summary>
public sealed class ForeignProgramsTests(Judges judges) : IDisposable
{
    private const string Manager = """
        #include <fstream>
        #include <iostream>
        #include "common.h"
        int main(int argc, char **argv) {
          int n, twice;
          std::cin >> n;
          std::ofstream say(argv[2]);
          std::ifstream hear(argv[1]);
          say << n << std::endl;
          hear >> twice;
          std::cout << (twice == FACTOR * n ? 1.0 : 0.0) << std::endl;
          std::cerr << "translate:" << (twice == FACTOR * n ? "success" : "wrong") << std::endl;
        }
        """;

    private const string Stub = """
        #include <stdio.h>
        #include "doi.h"
        int main(int argc, char **argv) {
          FILE *hear = fopen(argv[1], "r"), *say = fopen(argv[2], "w");
          int n;
          if (fscanf(hear, "%d", &n) == 1) fprintf(say, "%d\n", doi(n));
          fclose(say);
          return 0;
        }
        """;

    private const string Grader = """
        #include <stdio.h>
        #include "doi.h"
        int main(void) {
          FILE *f = fopen("input.txt", "r"), *g = fopen("output.txt", "w");
          int n;
          if (fscanf(f, "%d", &n) == 1) fprintf(g, "%d\n", doi(n));
          return fclose(g);
        }
        """;

    /// <summary>As testlib would: input, output (tout), answer; hands on what the program said.</summary>
    private const string Interactor = """
        import sys
        inf, tout, ans = sys.argv[1:]
        print(open(inf).read(), end='', flush=True)
        open(tout, 'w').write(sys.stdin.readline())
        """;

    private const string Checker =
        "import sys\ninf, ouf, ans = sys.argv[1:]\nsys.exit(open(ouf).read().split() != open(ans).read().split())\n";

    private readonly string _root = Directory.CreateTempSubdirectory("foreign-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("cpp", "#include \"doi.h\"\nint doi(int n) { return 2 * n; }", Verdict.Accepted)]
    [InlineData("c", "int doi(int n) { return 3 * n; }", Verdict.WrongAnswer)]
    public async Task A_manager_of_CMS_with_stubs(string language, string source, Verdict verdict) =>
        await JudgedAsync(
            "cms",
            language,
            source,
            verdict,
            ("task.yaml", "name: doi\ntime_limit: 1.0\nn_input: 2\n"),
            ("check/manager.cpp", Manager),
            ("check/common.h", "#define FACTOR 2\n"),
            ("sol/stub.cpp", Stub),
            ("sol/stub.c", Stub),
            ("sol/doi.h", "int doi(int n);\n"),
            ("input/input0.txt", "4\n"),
            ("output/output0.txt", ""),
            ("input/input1.txt", "7\n"),
            ("output/output1.txt", "")
        );

    [Theory]
    [InlineData("c", "int doi(int n) { return 2 * n; }", Verdict.Accepted)]
    [InlineData("cpp", "#include \"doi.h\"\nint doi(int n) { return n; }", Verdict.WrongAnswer)]
    [InlineData("cpp", "int hai(int n) { return 2 * n; }", Verdict.CompileError)]
    public async Task Graders_of_CMS_with_files(string language, string source, Verdict verdict) =>
        await JudgedAsync(
            "cms",
            language,
            source,
            verdict,
            ("task.yaml", "name: doi\ntime_limit: 1.0\n"),
            ("sol/grader.cpp", Grader),
            ("sol/grader.c", Grader),
            ("sol/doi.h", "int doi(int n);\n"),
            ("input/input0.txt", "4\n"),
            ("output/output0.txt", "8\n")
        );

    [Theory]
    [InlineData("print(2 * int(input()), flush=True)", Verdict.Accepted)]
    [InlineData("print(0, flush=True)", Verdict.WrongAnswer)]
    [InlineData("input(); exit(1)", Verdict.RuntimeError)]
    public async Task An_interactor_of_Polygon_that_writes_for_a_checker(string source, Verdict verdict) =>
        await JudgedAsync(
            "polygon",
            "python",
            source,
            verdict,
            (
                "problem.xml",
                """
                <problem short-name="doi"><names><name language="english" value="Twice"/></names><judging><testset name="tests">
                <time-limit>1000</time-limit><memory-limit>67108864</memory-limit>
                <input-path-pattern>tests/%02d</input-path-pattern><answer-path-pattern>tests/%02d.a</answer-path-pattern>
                <tests><test/></tests></testset></judging><assets>
                <checker type="testlib"><source path="files/check.py" type="python.3"/></checker>
                <interactor><source path="files/talk.py" type="python.3"/></interactor></assets></problem>
                """
            ),
            ("files/check.py", Checker),
            ("files/talk.py", Interactor),
            ("tests/01", "4\n"),
            ("tests/01.a", "8\n")
        );

    private async Task JudgedAsync(string format, string language, string source, Verdict verdict, params (string, string)[] files)
    {
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(_root, "source", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        }

        var request = new ImportRequest(Path.Combine(_root, "source"), Path.Combine(_root, "problems"));
        var report = Importers.Run(request, TestContext.Current.CancellationToken);
        Assert.True(report.IsGood, string.Join('\n', report.Lines.Concat(report.Packages[0].Lines).Select(line => line.ToString())));
        Assert.Equal(format, report.Format);
        var judgement = await judges.JudgeAsync(
            ProblemPackage.Load(Path.Combine(_root, "problems", "doi")),
            language,
            Encoding.UTF8.GetBytes(source),
            stopAtFirstFailure: false,
            onTest: null,
            TestContext.Current.CancellationToken
        );
        Assert.True(verdict == judgement.Verdict, $"{judgement.Verdict} {judgement.StaffMessage} {judgement.Program?.CompilerMessage}");
    }
}
