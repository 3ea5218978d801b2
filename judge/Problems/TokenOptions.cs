using System.Text;

namespace Judge.Problems;

/// <summary>Flags of the checker for tokens, as Kattis' default output validator has them (2025-09).</summary>
public sealed record TokenOptions
{
    public static TokenOptions None { get; } = new();

    /// <summary>Letters A to Z count in their case.</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>White space must agree byte for byte, leading and trailing included.</summary>
    public bool SpaceSensitive { get; init; }

    /// <summary>Greatest |output - answer| / |answer|, finite and from 0; null: none.</summary>
    public double? RelativeTolerance { get; init; }

    /// <summary>Greatest |output - answer|, finite and from 0; null: none.</summary>
    public double? AbsoluteTolerance { get; init; }

    /// <summary>Whether words that are numbers are compared as numbers.</summary>
    internal bool HasTolerance => RelativeTolerance is not null || AbsoluteTolerance is not null;

    /// <param name="flags">Such as <c>case_sensitive</c>, <c>float_tolerance</c>, <c>1e-6</c>.</param>
    /// <param name="lastWins">A tolerance given twice is the last one (format "legacy"); else it is an error.</param>
    /// <exception cref="FormatException">A flag is not known, lacks its number or comes twice; the message is a sentence.</exception>
    public static TokenOptions Parse(IReadOnlyList<string> flags, bool lastWins = false)
    {
        var options = None;
        for (var at = 0; at < flags.Count; at++)
        {
            options = flags[at] switch
            {
                "case_sensitive" => options with { CaseSensitive = true },
                "space_change_sensitive" => options with { SpaceSensitive = true },
                "float_relative_tolerance" => options with { RelativeTolerance = Number(options.RelativeTolerance is null, ref at) },
                "float_absolute_tolerance" => options with { AbsoluteTolerance = Number(options.AbsoluteTolerance is null, ref at) },
                "float_tolerance" when Number(!options.HasTolerance, ref at) is var both => options with
                {
                    RelativeTolerance = both,
                    AbsoluteTolerance = both,
                },
                var other => throw new FormatException($"the checker does not know the flag '{other}'."),
            };
        }

        return options;

        double Number(bool isFirst, ref int at)
        {
            var flag = flags[at++];
            if (!isFirst && !lastWins)
            {
                throw new FormatException($"'{flag}' comes after another tolerance.");
            }

            return at < flags.Count && KattisNumber.TryRead(Encoding.UTF8.GetBytes(flags[at]), out var tolerance) && tolerance >= 0
                ? tolerance
                : throw new FormatException($"'{flag}' needs a number from 0, such as 1e-6.");
        }
    }
}
