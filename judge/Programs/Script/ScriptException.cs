namespace Judge.Programs.Script;

/// <summary>
/// A script is wrong: it does not compile, crashes, does not end, or wants too much. Never the fault of whom it judges.
/// </summary>
/// <param name="sentence">Begins with the script's file and, where it is known, the line: <c>check.csx(12): …</c></param>
internal sealed class ScriptException(string sentence) : Exception(sentence);
