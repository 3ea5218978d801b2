using System.Globalization;
using System.Text;
using Judge.Messages;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Check;

/// <summary>Reads what programs of the author say.</summary>
internal static class AuthorWords
{
    private const int MostBytes = 8 << 10;

    /// <summary>
    /// What adding up binary fractions may cost: a third of 100 is printed as 33.333333333333336, ten tenths as 0.9999999999999999.
    /// </summary>
    private const decimal Rounding = 0.000000001m;

    /// <summary>Text as people may read it: broken bytes replaced, no control signs, cut at 8 KB, without white space around.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(PlainText.Start(bytes, MostBytes));
        return string.Concat(text.Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();
    }

    /// <summary>A number with a dot, perhaps with an exponent; null: it is none.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>Why a run says nothing about what it was to judge; null: the program ended by itself.</summary>
    /// <param name="crash">What the language prints when a program dies of its own mistake; null: not known.</param>
    public static string? Failure(Execution execution, string? crash) =>
        execution switch
        {
            { Ending: Ending.CpuLimit or Ending.WallLimit } => "It took too long.",
            { Ending: Ending.MemoryLimit } => "It took too much memory.",
            { Ending: Ending.OutputLimit } => "It wrote too much.",
            { Ending: Ending.Signaled } => $"It was ended by signal {execution.Signal}. {Text(execution.Stderr.Span)}".TrimEnd(),
            { ExitCode: not 0 } when crash is not null && execution.Stderr.Span.IndexOf(Encoding.UTF8.GetBytes(crash)) >= 0 =>
                $"It crashed with exit code {execution.ExitCode}: {Text(execution.Stderr.Span)}",
            { Ending: Ending.Exited } => null,
            _ => throw new ArgumentOutOfRangeException(nameof(execution), execution.Ending, "A run has no such ending."),
        };

    /// <summary>Points of a test as a share of its mark; of a test without a mark, such as a sample, any points are all.</summary>
    /// <exception cref="CheckerException">They are below 0 or above the mark.</exception>
    public static decimal ShareOf(decimal points, Test test) =>
        points < -Rounding ? throw new CheckerException($"It gives {points} points.")
        : test.Mark == 0 ? Share(Math.Min(points, 1))
        : points <= test.Mark * (1 + Rounding) ? Share(points / test.Mark)
        : throw new CheckerException($"It gives {points} points of at most {test.Mark}.");

    /// <summary>The share, 0 or 1 where it misses them by a rounding.</summary>
    /// <exception cref="CheckerException">It is not from 0 to 1.</exception>
    public static decimal Share(decimal share) =>
        share switch
        {
            < -Rounding or > 1 + Rounding => throw new CheckerException($"It gives a share of {share}, which is not from 0 to 1."),
            <= 0 => 0,
            >= 1 - Rounding => 1,
            _ => share,
        };
}
