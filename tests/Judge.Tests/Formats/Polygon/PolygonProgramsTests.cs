using Judge.Formats.Draft;
using Judge.Formats.Polygon;
using Judge.Problems;
using static Judge.Tests.Formats.Polygon.PolygonPackage;

namespace Judge.Tests.Formats.Polygon;

/// <summary>Interactors, what decides after them, and files that are compiled with others.</summary>
public sealed class PolygonProgramsTests
{
    [Fact]
    public void An_interactor_keeps_the_contract_of_testlib()
    {
        using var package = Package(
                Xml(checker: Own, more: "<interactor><source path='files/interactor.cpp' type='cpp.g++17'/></interactor>")
            )
            .Write("files/check.cpp", "#include \"testlib.h\"\n")
            .Write("files/interactor.cpp", "int main() {}\n");
        var problem = Import(package).Problem;
        Assert.Equal(
            (TaskKind.Interactive, CheckerContract.Testlib, "interactor.cpp"),
            (problem.Kind, problem.InteractorContract, problem.Interactor?.Main)
        );
    }

    [Fact]
    public void A_checker_decides_after_an_interactor_that_writes_for_it()
    {
        using var package = Package(Xml(checker: Own, more: Interactor))
            .Write("files/check.cpp", "int main() {}")
            .Write("files/interactor.cpp", "int main() { tout << 1; }");
        var problem = Import(package).Problem;
        Assert.True(problem.ChecksTalk);
        Assert.Equal(CheckerContract.Testlib, Assert.IsType<Checker.Program>(problem.Checker).Contract);
        Assert.Equal(("interactor.cpp", CheckerContract.Testlib), (problem.Interactor?.Main, problem.InteractorContract));
    }

    [Theory]
    [InlineData("wcmp", BuiltInChecker.Tokens, true)]
    [InlineData("lcmp", BuiltInChecker.ThemisC2, false)]
    [InlineData("yesno", BuiltInChecker.Tokens, false)]
    public void A_checker_of_testlib_compares_what_an_interactor_wrote(string name, BuiltInChecker kind, bool caseSensitive)
    {
        using var package = Package(
                Xml(
                    checker: $"<checker name='std::{name}.cpp' type='testlib'><source path='files/check.cpp' type='cpp'/></checker>",
                    more: Interactor
                )
            )
            .Write("files/interactor.cpp", "int main() { tout << 1; }");
        var problem = Import(package).Problem;
        Assert.True(problem.ChecksTalk);
        Assert.Equal(kind, Assert.IsType<Checker.BuiltIn>(problem.Checker).Kind);
        Assert.All(problem.Tests, test => Assert.Equal(caseSensitive, test.Tokens.CaseSensitive));
    }

    [Fact]
    public void An_interactor_that_writes_nothing_decides_alone()
    {
        using var package = Package(Xml(checker: Own, more: Interactor)).Write("files/interactor.cpp", "int main() { layout(); }");
        var (problem, report) = Import(package);
        Assert.False(problem.ChecksTalk);
        Assert.Contains("the checker is not run", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Fact]
    public void Two_runs_a_test_are_refused()
    {
        using var package = Package(
                Xml(more: "<interactor><runs><run>1</run><run>2</run></runs><source path='files/interactor.cpp' type='x'/></interactor>")
            )
            .Write("files/interactor.cpp", "");
        Assert.Contains("2 times a test", Refused(package));
    }

    [Fact]
    public void Graders_are_compiled_with_solutions_of_their_languages()
    {
        using var package = Package(
                Xml(
                    more: "<solutions><solution tag='main'><source path='solutions/tong.py'/></solution></solutions>",
                    files: "<files><resources><file path='files/olymp.sty'/>"
                        + Resource("files/grader.cpp", "for-types='cpp.*;c.gcc'")
                        + Resource("files/tong.h", "for-type='*'")
                        + Resource("files/chay.py", "for-types='python.3'")
                        + Resource("files/grader.java", "for-types='java*'")
                        + "</resources></files>"
                )
            )
            .Write("files/grader.cpp", "#include \"tong.h\"\nint main() {}")
            .Write("files/tong.h", "int tong(int);")
            .Write("files/chay.py", "import sys, os\nimport tong\n")
            .Write("files/grader.java", "")
            .Write("solutions/tong.py", "");
        var (problem, report) = Import(package);
        Assert.Equal(["c", "cpp", "python"], problem.Languages.Order());
        Assert.Equal(("solution.cpp", "grader.cpp"), (problem.Mains["cpp"].Source, problem.Mains["cpp"].Main));
        Assert.Equal(["grader.cpp", "tong.h"], problem.Mains["c"].Files.Select(Path.GetFileName));
        Assert.Equal(("tong.py", "chay.py"), (problem.Mains["python"].Source, problem.Mains["python"].Main));
        Assert.Contains(
            "files/grader.java: it is for languages that are not here (java*)",
            ImportFolder.Lines(report, ImportLineKind.LeftOut)
        );
    }

    [Theory]
    [InlineData("for-types='java*'", "COMPILE", "none for C, C++, Pascal or Python")]
    [InlineData("for-types='cpp.*'", "RUN", "while it runs")]
    public void Graders_that_cannot_be_compiled_here_are_refused(string types, string stage, string sentence)
    {
        using var package = Package(Xml(files: $"<files><resources>{Resource("files/grader.cpp", types, stage)}</resources></files>"))
            .Write("files/grader.cpp", "int main() {}");
        Assert.Contains(sentence, Refused(package));
    }

    [Theory]
    [InlineData("cpp.*", ".cpp", "cpp")]
    [InlineData("cpp>=14", ".cpp", "cpp")]
    [InlineData("c.gcc:cpp.g++17", ".h", "c cpp")]
    [InlineData("c-h", ".h", "c")]
    [InlineData("csharp.*", ".cs", "")]
    [InlineData("pas.fpc;pas.dpr", ".pas", "pascal")]
    [InlineData("python.2", ".py", "")]
    [InlineData("python^3-6", ".py", "python3")]
    [InlineData("python.pypy3", ".py", "python3")]
    [InlineData("*", ".h", "c cpp")]
    [InlineData("", ".py", "python3")]
    [InlineData("*", ".txt", "")]
    public void Masks_name_our_languages(string mask, string ending, string codes) =>
        Assert.Equal(codes, string.Join(' ', PolygonGraders.CodesOf(mask, ending)));

    [Fact]
    public void A_checker_finds_the_headers_of_the_package()
    {
        using var package = Package(
                Xml(
                    checker: Own,
                    files: "<files><resources><file path='files/geo.h' type='h.g++'/><file path='files/x.h' type='h.g++'/>"
                        + "</resources></files>"
                )
            )
            .Write("files/check.cpp", "#include \"geo.h\"\n")
            .Write("files/geo.h", "")
            .Write("files/x.h", "");
        Assert.Equal(["check.cpp", "geo.h"], Assert.IsType<Checker.Program>(Import(package).Problem.Checker).Source.Files);
    }
}
