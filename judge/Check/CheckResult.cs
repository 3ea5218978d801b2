namespace Judge.Check;

/// <summary>What an output is worth.</summary>
/// <param name="Share">Share of the test's mark, 0 to 1.</param>
/// <param name="Fault">Why it is not worth the whole mark.</param>
internal readonly record struct CheckResult(decimal Share, Fault Fault)
{
    public static CheckResult Right { get; } = new(1, Fault.None);

    public static CheckResult Wrong(Fault fault) => new(0, fault);
}

/// <summary>What is wrong with an output. NotChecked: the program did not come to a good end, so nobody looked.</summary>
internal enum Fault { None, NotChecked, NoFile, Empty, Different }
