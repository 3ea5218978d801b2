using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Tests.Problems.Package;

/// <summary>Which of the author's files beside the entrant's is the program, and what that makes of the problem.</summary>
public sealed class GradersTests
{
    /// <summary>Folder, file, its text → names of the program and of the entrant's file; empty: the entrant's is the program.</summary>
    [Theory]
    [InlineData("cpp", "chinh.cpp", "#include <cstdio>\nint main() { f(); }", "chinh.cpp", "solution.cpp")]
    [InlineData("cpp", "main.cc", "int main (int argc, char **argv) {}", "main.cc", "solution.cc")]
    [InlineData("cpp", "lib.cpp", "int maintain(int x) { return x; }", "", "")]
    [InlineData("cpp", "lib.h", "// int main() is yours", "", "")]
    [InlineData("c", "main.c", "int main(void) { return 0; }", "main.c", "solution.c")]
    [InlineData("pascal", "main.pas", "program p; uses sysutils, giai, math; begin end.", "main.pas", "giai.pas")]
    [InlineData("pascal", "chinh.pas", "{ unit x } USES Giai; begin end.", "chinh.pas", "Giai.pas")]
    [InlineData("pascal", "tep.pas", "\r\n  Unit Tep;\r\ninterface implementation end.", "", "")]
    [InlineData("python3", "main.py", "import sys\nfrom solution import solve\nimport os", "main.py", "solution.py")]
    [InlineData("python3", "__main__.py", "import sys, math\nimport giai", "__main__.py", "giai.py")]
    [InlineData("python3", "helpers.py", "import solution", "", "")]
    [InlineData("default", "main.py", "import solution", "", "")]
    public void The_file_with_the_entry_point_is_the_program(string code, string file, string text, string main, string source)
    {
        using var package = new PackageFolder();
        package.Write($"include/{code}/{file}", text);
        var found = ProblemPackage.Load(package.Path).Mains[Language.IdOf(code)];
        Assert.Equal((main, source), (found.Main ?? "", found.Source ?? ""));
    }

    [Fact]
    public void Of_several_modules_the_one_that_the_authors_own_solutions_are_called_like_is_the_entrants()
    {
        using var package = new PackageFolder();
        package.Write("include/python3/main.py", "import numpy\nimport helpers\nfrom tinhtong import f\n");
        package.Write("include/python3/helpers.py", "");
        package.Write("submissions/accepted/tinhtong.py", "");
        Assert.Equal("tinhtong.py", ProblemPackage.Load(package.Path).Mains["python"].Source);
    }

    [Fact]
    public void An_entrants_file_never_bears_the_name_of_one_of_the_authors()
    {
        using var package = new PackageFolder();
        package.Write("include/cpp/solution.cpp", "int main() {}");
        Assert.Equal("submission.cpp", ProblemPackage.Load(package.Path).Mains["cpp"].Source);
    }

    [Theory]
    [InlineData("", "cpp pascal")]
    [InlineData("languages: [cpp, python3]\n", "cpp python")]
    [InlineData("languages: all\n", "cpp pascal")]
    public void Only_languages_with_the_authors_program_can_be_handed_in_unless_the_author_says_more(string settings, string languages)
    {
        using var package = new PackageFolder();
        package.Write("problem.yaml", PackageFolder.Settings + settings);
        package.Write("include/cpp/main.cpp", "int main() {}");
        package.Write("include/pascal/main.pas", "begin end.");
        package.Write("include/c/lib.h", "");
        Assert.Equal(languages.Split(' '), ProblemPackage.Load(package.Path).Languages);
    }

    [Fact]
    public void Files_beside_whole_programs_leave_every_language_open()
    {
        using var package = new PackageFolder();
        package.Write("include/cpp/lib.h", "");
        Assert.Empty(ProblemPackage.Load(package.Path).Languages);
    }

    [Fact]
    public void What_nobody_would_find_in_a_deeper_folder_is_refused()
    {
        using var package = new PackageFolder();
        package.Write("include/cpp/deep/lib.h", "");
        Assert.Contains("a level higher", Assert.Throws<PackageException>(() => ProblemPackage.Load(package.Path)).Message);
    }
}
