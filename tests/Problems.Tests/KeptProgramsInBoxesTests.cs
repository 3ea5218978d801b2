using System.Text;
using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Score;
using Microsoft.Extensions.Logging.Abstractions;
using Support;

namespace Problems.Tests;

/// <summary>A program that was compiled before, in real boxes.</summary>
public sealed class KeptProgramsInBoxesTests(Judges judges)
{
    [Theory]
    [InlineData("pascal", "var x: longint; begin readln(x); writeln(x) end.", true)]
    [InlineData("cpp", "#include <iostream>\nint main() { long x; std::cin >> x; std::cout << x + unused; }\nint unused;", false)]
    [InlineData("c", "#include <stdio.h>\nint main(void) { int x, y; scanf(\"%d\", &x); printf(\"%d\", x); return 0; }", true)]
    [InlineData("python", "print(input())", true)]
    public async Task Gets_the_judgement_that_it_got_and_is_not_compiled(string language, string source, bool compiles)
    {
        using var package = new ScratchPackage();
        var folder = Directory.CreateTempSubdirectory("kept-");
        try
        {
            var kept = new KeptPrograms(
                folder.FullName,
                SandboxFixture.Options().ImagesFolder,
                64 << 20,
                TimeProvider.System,
                NullLogger<KeptPrograms>.Instance
            );
            var job = new EvaluationJob(package.Load(), language, Encoding.UTF8.GetBytes(source));
            var first = await judges.Keeping(kept).EvaluateAsync(job, TestContext.Current.CancellationToken);
            var again = await judges.Keeping(kept).EvaluateAsync(job, TestContext.Current.CancellationToken);
            Assert.Equal(compiles ? Verdict.Accepted : Verdict.CompileError, first.Verdict);
            Assert.Equal((first.Verdict, first.Share), (again.Verdict, again.Share));
            Assert.Equal(first.Program!.CompilerMessage, again.Program!.CompilerMessage);
            Assert.Equal(first.Tests.Select(test => test.Verdict), again.Tests.Select(test => test.Verdict));
            Assert.Equal(compiles ? 1 : 0, folder.GetFiles().Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
