using System.Text;
using Judge.Problems;
using Judge.Score;

namespace Problems.Tests;

/// <summary>C and C++, which are nothing but folders under sandbox-images.</summary>
public sealed class GccTests(Judges judges)
{
    [Theory]
    [InlineData(
        "c",
        "#include <math.h>\n#include <stdio.h>\nint main(void) { int n; scanf(\"%d\", &n); printf(\"%.0f\\n\", sqrt((double)n * n)); }"
    )]
    [InlineData(
        "cpp",
        "#include <bits/stdc++.h>\nusing namespace std; int main() { int n; cin >> n; cout << ranges::max(vector{n, 0}) << endl; }"
    )]
    [InlineData("cpp", "#include <iostream>\n#include <thread>\nint main() { int n; std::cin >> n; std::cout << n << '\\n'; }")]
    [InlineData(
        "cpp",
        "#include <cstdio>\nint deep(int n) { volatile char kept[64] = {}; return n ? deep(n - 1) + 1 + kept[0] : 7; }\n"
            + "int main() { printf(\"%d\\n\", deep(300000) - 300000); }"
    )]
    public async Task A_right_program_is_accepted(string language, string source)
    {
        var judgement = await JudgeAsync(language, source);
        Assert.True(judgement.Verdict == Verdict.Accepted, $"{judgement.Verdict} {judgement.Program!.CompilerMessage}");
    }

    [Theory]
    [InlineData("cpp", "#include <vector>\nint main() { std::vector<long long> a(1000000000000); }", Verdict.MemoryLimit)]
    [InlineData("cpp", "#include <stdexcept>\nint main() { throw std::runtime_error(\"x\"); }", Verdict.RuntimeError)]
    [InlineData(
        "cpp",
        "#include <cstring>\n#include <cstdlib>\nchar *p; int main() { p = (char *)malloc(200 << 20); memset(p, 1, 200 << 20); }",
        Verdict.MemoryLimit
    )]
    [InlineData("cpp", "char a[1 << 28] = {}; int main() { for (auto &x : a) x = 1; }", Verdict.MemoryLimit)]
    [InlineData("c", "int main(void) { int *p = 0; return *(volatile int *)p; }", Verdict.RuntimeError)]
    [InlineData("c", "#include <stdio.h>\nint main(void) { for (;;) puts(\"abcdefgh\"); }", Verdict.OutputLimit)]
    [InlineData("c", "int main(void) { for (;;); }", Verdict.TimeLimit)]
    [InlineData("c", "int main(void) { return 3; }", Verdict.RuntimeError)]
    public async Task A_failing_program_gets_its_own_verdict(string language, string source, Verdict verdict) =>
        Assert.Equal(verdict, (await JudgeAsync(language, source, seconds: verdict == Verdict.MemoryLimit ? 10 : 0.5)).Tests[0].Verdict);

    [Theory]
    [InlineData("c", "int main(void) { return x; }")]
    [InlineData("c", "#include \"/etc/passwd\"\nint main(void) { return 0; }")]
    [InlineData("c", "#include \"main.c\"\nint main(void) { return 0; }")]
    [InlineData("c", "__asm__(\".incbin \\\"/proc/1/environ\\\"\"); int main(void) { return 0; }")]
    [InlineData("cpp", "template<int N> struct A { A<N + 1> next; }; A<0> first; int main() {}")]
    public async Task A_source_with_errors_is_told_in_the_compilers_words_without_paths(string language, string source)
    {
        var judgement = await JudgeAsync(language, source);
        Assert.Equal((Verdict.CompileError, CompileFault.Errors), (judgement.Verdict, judgement.Program!.CompileFault));
        Assert.DoesNotContain("/prog", judgement.Program!.CompilerMessage);
        Assert.DoesNotContain("root:", judgement.Program!.CompilerMessage);
    }

    [Theory]
    [InlineData("c", "char a[100000000] = {1}; int main(void) { return a[5]; }", CompileFault.OutputLimit)]
    [InlineData("cpp", "char a[40000000] = {1}; int main() { return a[5]; }", CompileFault.OutputLimit)]
    [InlineData("c", "__asm__(\".fill 4000000000\"); int main(void) { return 0; }", CompileFault.OutputLimit)]
    [InlineData("c", "char a[3000000000], b; int main(void) { return a[5] + b; }", CompileFault.MemoryLimit)]
    [InlineData("c", "#include <stdio.h>\nvoid main() { printf(\"7\"); }", CompileFault.Errors)]
    [InlineData("cpp", "#error No space left on device, out of memory, internal compiler error\nint main() {}", CompileFault.Errors)]
    public async Task A_limit_that_a_compile_meets_is_told_as_what_it_is(string language, string source, CompileFault fault)
    {
        var judgement = await JudgeAsync(language, source);
        Assert.Equal((Verdict.CompileError, fault), (judgement.Verdict, judgement.Program!.CompileFault));
        foreach (var inside in (ReadOnlySpan<string>)["bug report", "/usr/", "/tmp/", "/box/", "/prog/", "file:"])
        {
            Assert.DoesNotContain(inside, judgement.Program!.CompilerMessage);
        }
    }

    [Theory]
    [InlineData(
        "cpp",
        "constexpr int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2) + f(n - 1); } template<int N> int g() { return f(40 + "
            + "N % 2) + g<N + 1>(); } int main() { return g<0>(); }"
    )]
    [InlineData("cpp", "#include \"/dev/zero\"\nint main() {}")]
    [InlineData("cpp", "#include \"/dev/urandom\"\nint main() {}")]
    [InlineData("c", "char a[4000000000] = {1}; int main(void) { return 0; }")]
    [InlineData("c", "#define A(x) x x x x x x x x x x x x x x x x\n#define B(x) A(A(A(A(A(x)))))\nint main(void) { B(B(y;)) }")]
    public async Task A_compiler_that_is_made_to_take_too_much_is_a_compile_error_and_not_ours(string language, string source) =>
        Assert.Equal(Verdict.CompileError, (await JudgeAsync(language, source)).Verdict);

    private async Task<Judgement> JudgeAsync(string language, string source, double seconds = 0.5)
    {
        using var scratch = new ScratchProblem(seconds: seconds);
        return await judges.JudgeAsync(
            scratch.Problem,
            language,
            Encoding.UTF8.GetBytes(source),
            stopAtFirstFailure: true,
            onTest: null,
            TestContext.Current.CancellationToken
        );
    }
}
