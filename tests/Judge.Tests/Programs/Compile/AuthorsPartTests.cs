using Judge.Programs.Compile;
using Judge.Sandbox;

namespace Judge.Tests.Programs.Compile;

/// <summary>What compilers say when a pupil's function does not fit the author's program.</summary>
public sealed class AuthorsPartTests
{
    [Theory]
    [InlineData("chinh.cpp:(.text.startup+0x5e): undefined reference to `ucln(long long, long long)'", true)]
    [InlineData("chinh.cpp:8:62: error: cannot convert 'std::string' to 'long long' in assignment", true)]
    [InlineData(
        "giai.cpp:(.text.startup+0x0): multiple definition of `main'; /box/x.o:chinh.cpp:(.text.startup+0x0): first defined here",
        true
    )]
    [InlineData("giai.c:3:5: error: conflicting types for 'ucln'; have 'int(int)'", true)]
    [InlineData("chinh.pas(11,13) Error: Identifier not found \"ucln\"", true)]
    [InlineData("CHINH.PAS(2,6) Fatal: Can't find unit giai used by Chinh", true)]
    [InlineData("giai.pas(1,1) Fatal: Syntax error, \"UNIT\" expected but \"BEGIN\" found", true)]
    [InlineData("giai.cpp:3:1: error: expected ';' before '}' token", false)]
    [InlineData("giai.pas(3,1) Error: Identifier not found \"x\"", false)]
    [InlineData("chinh.cpp:3:1: warning: unused variable\ngiai.cpp:3:1: error: 'x' was not declared", false)]
    [InlineData("", false)]
    public void A_function_that_does_not_fit_is_told_from_other_errors(string message, bool isAtOdds)
    {
        var entry = message.Contains("pas", StringComparison.OrdinalIgnoreCase) ? "chinh.pas" : "chinh.cpp";
        Assert.Equal(isAtOdds, AuthorsPart.IsAtOdds(message, Of(entry, entry, "giai.h")));
        Assert.False(AuthorsPart.IsAtOdds(message, Of("giai.cpp", "giai.h")), "the entrant's file is the program");
    }

    [Fact]
    public void Lines_that_a_compiler_quotes_of_the_authors_files_are_not_shown() =>
        Assert.Equal(
            """
            In file included from giai.cpp:1:
            chinh.cpp: In function 'int main()':
            chinh.cpp:4:9: error: 'x' was not declared
            giai.cpp:2:1: error: 'y' was not declared
                2 | y;
                  | ^
            """,
            AuthorsPart.WithoutQuotes(
                """
                In file included from giai.cpp:1:
                chinh.cpp: In function 'int main()':
                chinh.cpp:4:9: error: 'x' was not declared
                    4 | const char *key = "secret"; x;
                      |                             ^
                giai.cpp:2:1: error: 'y' was not declared
                    2 | y;
                      | ^
                """,
                ["chinh.cpp"]
            )
        );

    [Theory]
    [InlineData("chinh.py", "AttributeError: module 'giai' has no attribute 'ucln'", true)]
    [InlineData("chinh.py", "ImportError: cannot import name 'ucln' from 'giai' (/prog/giai.py)", true)]
    [InlineData("chinh.py", "TypeError: ucln() takes 1 positional argument but 2 were given", true)]
    [InlineData("chinh.py", "TypeError: ucln() missing 1 required positional argument: 'b'", true)]
    [InlineData("chinh.py", "NameError: name 'ucln' is not defined", true)]
    [InlineData("chinh.py", "TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'", false)]
    [InlineData("chinh.py", "ZeroDivisionError: division by zero", false)]
    [InlineData("giai.py", "TypeError: f() takes 1 positional argument but 2 were given", false)]
    public void A_call_that_fails_in_the_authors_program_is_told_from_other_crashes(string file, string last, bool isMismatch)
    {
        var stderr = System.Text.Encoding.UTF8.GetBytes(
            "Traceback (most recent call last):\n  File \"/prog/chinh.py\", line 5, in <module>\n    x\n"
                + $"  File \"/prog/{file}\", line 7, in f\n{last}\n"
        );
        var problem = Some.Problem() with
        {
            Mains = new Dictionary<string, Judge.Problems.MainProgram> { ["python"] = new("giai.py", "chinh.py", []) },
        };
        Assert.Equal(isMismatch, AuthorsPart.CannotCall(stderr, problem));
        Assert.False(AuthorsPart.CannotCall(stderr, Some.Problem()));
    }

    private static SourceSet Of(string entry, params string[] authors) =>
        new(new Dictionary<string, Content>(), entry, authors, Judge.Score.CompileFault.None);
}
