namespace Judge.Programs.Script;

/// <summary>What a script decides, and so what it is asked and what it sees.</summary>
internal enum ScriptKind
{
    None,

    /// <summary>What an output is worth.</summary>
    Checker,

    /// <summary>How many points the tests make together.</summary>
    Scoring,

    /// <summary>Whether an input is as the statement promises.</summary>
    Validator,
}
