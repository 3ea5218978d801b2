using Judge.Problems;

namespace Judge.Programs.Check;

/// <summary>The judge's own checkers by their names. All are linear in time and look at nothing but the two texts.</summary>
internal static class BuiltInCheckers
{
    /// <param name="options">Flags of <see cref="BuiltInChecker.Tokens"/>; the others have none.</param>
    public static CheckResult Check(BuiltInChecker kind, ReadOnlySpan<byte> output, ReadOnlySpan<byte> answer, TokenOptions options) =>
        kind switch
        {
            BuiltInChecker.Tokens => TokenChecker.Check(output, answer, options),
            BuiltInChecker.Lines => LineChecker.Check(output, answer),
            BuiltInChecker.UnorderedLines => UnorderedLinesChecker.Check(output, answer),
            BuiltInChecker.ThemisC1 => ThemisChecker.Lines(output, answer, caseSensitive: false),
            BuiltInChecker.ThemisC2 => ThemisChecker.Lines(output, answer, caseSensitive: true),
            BuiltInChecker.ThemisC3 => ThemisChecker.Stream(output, answer, caseSensitive: false),
            BuiltInChecker.ThemisC4 => ThemisChecker.Stream(output, answer, caseSensitive: true),
            BuiltInChecker.ThemisC5 => ThemisChecker.Bytes(output, answer),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such checker."),
        };
}
