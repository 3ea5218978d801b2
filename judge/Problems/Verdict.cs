namespace Judge.Problems;

/// <summary>One word for what came of a submission or a test.</summary>
public enum Verdict
{
    None,
    Accepted,
    WrongAnswer,
    TimeLimit,
    MemoryLimit,
    RuntimeError,
    OutputLimit,
    CompileError,
    JudgeError,
}
