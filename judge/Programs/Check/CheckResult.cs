namespace Judge.Programs.Check;

/// <summary>What an output is worth.</summary>
/// <param name="Share">Share of the test's mark, 0 to 1.</param>
/// <param name="Fault">Why it is not worth the whole mark.</param>
/// <param name="ForEntrant">The checker's words for the entrant; empty: none.</param>
/// <param name="ForStaff">The same for staff; may quote test data.</param>
internal readonly record struct CheckResult(decimal Share, Fault Fault, string ForEntrant = "", string ForStaff = "")
{
    public static CheckResult Right { get; } = new(1, Fault.None);

    public static CheckResult Wrong(Fault fault) => new(0, fault);
}

/// <summary>What is wrong with an output. NotChecked: the program did not come to a good end, so nobody looked.</summary>
internal enum Fault
{
    None,
    NotChecked,
    NoFile,
    Empty,
    Different,
}

/// <summary>
/// The author's checker, interactor or scoring rule failed: it crashed, ended oddly, took too long or said nonsense. Never the entrant's
/// fault; the sentence is for staff.
/// </summary>
internal sealed class CheckerException(string sentence, Exception? inner = null) : Exception(sentence, inner);
