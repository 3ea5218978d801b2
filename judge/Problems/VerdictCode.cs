namespace Judge.Problems;

/// <summary>Short names of verdicts, as machines and tables of contests write them.</summary>
public static class VerdictCode
{
    public static string Code(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Accepted => "AC",
            Verdict.WrongAnswer => "WA",
            Verdict.TimeLimit => "TLE",
            Verdict.MemoryLimit => "MLE",
            Verdict.RuntimeError => "RTE",
            Verdict.OutputLimit => "OLE",
            Verdict.CompileError => "CE",
            Verdict.JudgeError => "JE",
            _ => "",
        };
}
