using System.Globalization;

namespace Judge.Problems;

/// <summary>Flags of the checker for tokens, as Kattis' default output validator has them.</summary>
public sealed record TokenOptions
{
    public static TokenOptions None { get; } = new();

    /// <summary>Letters A to Z count in their case.</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>White space must agree byte for byte.</summary>
    public bool SpaceSensitive { get; init; }

    /// <summary>Greatest |output - answer| / |answer|; null: none.</summary>
    public double? RelativeTolerance { get; init; }

    /// <summary>Greatest |output - answer|; null: none.</summary>
    public double? AbsoluteTolerance { get; init; }

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
                "float_relative_tolerance" => options with { RelativeTolerance = Number(options.RelativeTolerance, ref at) },
                "float_absolute_tolerance" => options with { AbsoluteTolerance = Number(options.AbsoluteTolerance, ref at) },
                "float_tolerance" when Number(options.RelativeTolerance ?? options.AbsoluteTolerance, ref at) is var both =>
                    options with { RelativeTolerance = both, AbsoluteTolerance = both },
                var other => throw new FormatException($"the checker does not know the flag '{other}'.")
            };
        }

        return options;

        double Number(double? before, ref int at)
        {
            var flag = flags[at++];
            if (before is not null && !lastWins)
                throw new FormatException($"'{flag}' comes after another tolerance.");
            return at < flags.Count && double.TryParse(flags[at], NumberStyles.Float, CultureInfo.InvariantCulture, out var e) && double.IsFinite(e) && e >= 0
                ? e
                : throw new FormatException($"'{flag}' needs a number from 0.");
        }
    }
}
