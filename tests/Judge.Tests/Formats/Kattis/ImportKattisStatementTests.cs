using Judge.Formats.Draft;

namespace Judge.Tests.Formats.Kattis;

public sealed class ImportKattisStatementTests
{
    [Fact]
    public void Each_language_has_its_own_statement_and_name()
    {
        using var package = KattisPackage
            .Legacy("name: Two Sum\n")
            .Delete("problem_statement/problem.en.tex")
            .Write("problem_statement/problem.tex", "\\problemname{Two Sum}\nAdd.\n")
            .Write("problem_statement/problem.vi.tex", "\\problemname{Tổng}\nCộng.\n")
            .Write("problem_statement/cat.png", "x")
            .Write("problem_statement/notes.txt", "x");
        var (problem, report) = package.Import();
        Assert.Equal(("Two Sum", "Tổng", "Cộng.\n"), (problem.Title("en"), problem.Title("vi"), problem.Statement("vi")));
        Assert.Equal("x", package.Read("statement/cat.png"));
        Assert.Contains("notes.txt", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void A_package_without_a_name_takes_that_of_its_statement()
    {
        using var package = KattisPackage.Legacy("license: cc0\n");
        Assert.Equal("Two Sum", package.Import().Problem.Title("en"));
    }

    [Fact]
    public void A_name_for_each_language_is_read_too()
    {
        using var package = KattisPackage.Legacy("name: {en: Sum of Two, vi: Tổng}\n");
        var (problem, report) = package.Import();
        Assert.Equal("Sum of Two", problem.Titles["en"]);
        Assert.Contains("The name in 'vi'", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void A_PDF_is_copied()
    {
        using var package = KattisPackage
            .Legacy()
            .Delete("problem_statement/problem.en.tex")
            .Write("problem_statement/problem.sv.pdf", "%PDF");
        var problem = package.Import().Problem;
        Assert.Equal("Two Sum", problem.Title("sv"));
        Assert.EndsWith("statement/problem.sv.pdf", problem.StatementPdf("sv"));
    }

    [Theory]
    [InlineData("problem.pdf", "Add.\n", "problem.en.pdf")]
    [InlineData("problem.txt", "Add.\n", "problem.en.md")]
    [InlineData("problem.html", "<p>Add.</p>", "problem.en.md")]
    public void DOMjudge_has_its_statement_in_the_root(string file, string text, string made)
    {
        using var package = KattisPackage.Legacy().Delete("problem_statement/problem.en.tex").Write(file, text);
        package.Import();
        Assert.Equal("Add.\n", package.Read("statement/" + made));
    }

    [Fact]
    public void Without_any_statement_a_sentence_stands_for_it()
    {
        using var package = KattisPackage.Legacy().Delete("problem_statement/problem.en.tex");
        var (problem, report) = package.Import();
        Assert.Equal("Two Sum", problem.Title("en"));
        Assert.Contains("There is no statement", ImportFolder.Lines(report, ImportLineKind.Default));
    }

    [Fact]
    public void Commands_that_are_not_understood_are_told()
    {
        using var package = KattisPackage.Legacy().Write("problem_statement/problem.en.tex", "\\dance{x}\n");
        Assert.Contains("\\dance", ImportFolder.Lines(package.Import().Report, ImportLineKind.Warning));
    }
}
