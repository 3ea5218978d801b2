using System.Text.Encodings.Web;
using System.Text.Json;
using Judge.Compile;
using Judge.Problems;
using Judge.Score;

namespace Judge.Worker;

/// <summary>
/// <c>{problem, version, language, verdict, share, cpuMs, memoryBytes, compileFault, compilerMessage, tests: [{name, sample,
/// verdict, share, cpuMs, memoryBytes, message, code}]}</c>; verdicts as AC, WA …; absent messages are null.
/// </summary>
internal sealed class JsonReport(TextWriter output, Problem problem, Language language) : IReport
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public void Begin()
    {
    }

    public void Test(TestResult result)
    {
    }

    public void End(Judgement judgement) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            Problem = problem.Name,
            Version = judgement.ProblemVersion,
            Language = language.Id,
            Verdict = judgement.Verdict.Code(),
            judgement.Share,
            CpuMs = judgement.Cpu.TotalMilliseconds,
            judgement.MemoryBytes,
            CompileFault = judgement.CompileFault == CompileFault.None ? null : judgement.CompileFault.ToString(),
            CompilerMessage = judgement.CompilerMessage.Length > 0 ? judgement.CompilerMessage : null,
            Tests = judgement.Tests.Select(test => new
            {
                test.Name,
                Sample = test.IsSample,
                Verdict = test.Verdict.Code(),
                test.Share,
                CpuMs = test.Cpu.TotalMilliseconds,
                test.MemoryBytes,
                Message = test.Message == TestMessage.None ? null : test.Message.ToString(),
                test.Code
            })
        },
        Form));
}
