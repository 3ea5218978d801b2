using System.Text.Encodings.Web;
using System.Text.Json;
using Judge.Compile;
using Judge.Problems;
using Judge.Score;

namespace Judge.Worker;

/// <summary>
/// <c>{problem, version, language, verdict, share, cpuMs, memoryBytes, compileFault, compilerMessage, groups: [{name, share, weight, verdict}], staffMessage, tests: [{name, group, sample,
/// verdict, share, cpuMs, memoryBytes, message, code, remark, staffRemark}]}</c>; verdicts as AC, WA …; absent messages are null.
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
            Groups = judgement.Groups.Select(group => new { group.Name, group.Share, group.Weight, Verdict = group.Verdict.Code() }),
            StaffMessage = judgement.StaffMessage.Length > 0 ? judgement.StaffMessage : null,
            Tests = judgement.Tests.Select(test => new
            {
                test.Name,
                test.Group,
                Sample = test.IsSample,
                Verdict = test.Verdict.Code(),
                test.Share,
                CpuMs = test.Cpu.TotalMilliseconds,
                test.MemoryBytes,
                Message = test.Message == TestMessage.None ? null : test.Message.ToString(),
                test.Code,
                Remark = test.Remark.Length > 0 ? test.Remark : null,
                StaffRemark = test.StaffRemark.Length > 0 ? test.StaffRemark : null
            })
        },
        Form));
}
