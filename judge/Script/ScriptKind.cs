namespace Judge.Script;

/// <summary>What a script decides, and so what it sees.</summary>
internal enum ScriptKind
{
    None,

    /// <summary>What an output is worth: a <see cref="ScriptCall.Check"/> a call.</summary>
    Checker,

    /// <summary>How many points the tests make together: a <see cref="ScriptCall.Score"/> a call.</summary>
    Scoring,

    /// <summary>Whether an input is as the statement promises: a <see cref="ScriptCall.Validate"/> a call.</summary>
    Validator,
}
