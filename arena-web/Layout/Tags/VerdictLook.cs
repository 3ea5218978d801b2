namespace ArenaWeb.Layout.Tags;

/// <summary>
/// How a verdict is shown: its code in upper case (the word comes from <c>verdict.{code}</c>), its sign and its CSS class, so that colour
/// is never the only difference. Besides the judge's verdicts there are PARTIAL, WAITING and JUDGING.
/// </summary>
internal sealed record VerdictLook(string Code, string Icon)
{
    private static readonly Dictionary<string, VerdictLook> All = new VerdictLook[]
    {
        new("AC", "check"),
        new("PARTIAL", "contrast"),
        new("WA", "x"),
        new("TLE", "clock"),
        new("MLE", "cpu"),
        new("RTE", "zap"),
        new("OLE", "scroll-text"),
        new("CE", "wrench"),
        new("JE", "bell"),
        new("WAITING", "hourglass"),
        new("JUDGING", "play"),
    }.ToDictionary(look => look.Code);

    public static IEnumerable<string> Codes => All.Keys;

    public string Css => $"v-{Code.ToLowerInvariant()}";

    public string WordKey => $"verdict.{Code}";

    /// <summary>The look of a verdict's code, whatever its letter case.</summary>
    /// <exception cref="ArgumentException">There is no such verdict.</exception>
    public static VerdictLook Of(string code) =>
        All.TryGetValue(code.ToUpperInvariant(), out var look)
            ? look
            : throw new ArgumentException($"No verdict is called '{code}'.", nameof(code));
}
