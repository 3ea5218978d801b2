using System.Text.Encodings.Web;
using System.Text.Json;
using Judge.Problems;
using Judge.Score;

namespace Judge.Worker;

/// <summary>
/// <c>{problem, version, language, verdict, share, cpuMs, memoryBytes, compileFault, compilerMessage, groups: [{name, share, weight,
/// verdict, groups}], staffMessage, tests: [{name, group, sample, verdict, share, cpuMs, memoryBytes, message, code, remark,
/// staffRemark}]}</c>;
/// verdicts as AC, WA …; absent messages are null.
/// </summary>
internal sealed class JsonReport(TextWriter output, Problem problem, Language language) : IReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Begin() { }

    public void Test(TestOutcome result) { }

    public void End(Judgement judgement)
    {
        var program = judgement.Program ?? new ProgramReport();
        var report = new
        {
            Problem = problem.Name,
            Version = judgement.ProblemVersion,
            Language = language.Id,
            Verdict = judgement.Verdict.Code(),
            judgement.Share,
            CpuMs = program.Cpu.TotalMilliseconds,
            program.MemoryBytes,
            CompileFault = program.CompileFault == CompileFault.None ? null : program.CompileFault.ToString(),
            CompilerMessage = program.CompilerMessage.Length > 0 ? program.CompilerMessage : null,
            Groups = judgement.Groups.Select(Form),
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
                StaffRemark = test.StaffRemark.Length > 0 ? test.StaffRemark : null,
            }),
        };
        output.WriteLine(JsonSerializer.Serialize(report, Options));
    }

    private static object Form(GroupResult group) =>
        new
        {
            group.Name,
            group.Share,
            group.Weight,
            Verdict = group.Verdict.Code(),
            Groups = group.Groups.Count > 0 ? group.Groups.Select(Form) : null,
        };
}
