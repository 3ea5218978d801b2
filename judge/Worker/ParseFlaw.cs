using System.CommandLine;
using System.CommandLine.Parsing;

namespace Judge.Worker;

/// <summary>Says in one sentence what is wrong with the words after a command.</summary>
internal static class ParseFlaw
{
    /// <summary>Null: nothing is wrong.</summary>
    public static string? Of(ParseResult parsed, CommandEntry entry, Words words) =>
        UnknownOption(parsed) is { } unknown ? words.UnknownOption(unknown)
        : parsed.Errors.Count == 0 ? null
        : parsed.Errors.Select(static error => OptionOf(error.SymbolResult)).FirstOrDefault(static option => option is not null) switch
        {
            { Implicit: false, Tokens: [], Option: var option } => words.ValueMissing(option.Name),
            { Tokens: [var value], Option: (Option<int> or Option<decimal?>) and var option } => words.NoNumber(option.Name, value.Value),
            _ => words.Usage(entry.Usage),
        };

    /// <summary>The parser takes an unknown option for an argument where one more fits.</summary>
    private static string? UnknownOption(ParseResult parsed) =>
        parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(static argument => argument.Tokens, static (_, token) => token.Value)
            .Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(static word => word.StartsWith("--", StringComparison.Ordinal));

    private static OptionResult? OptionOf(SymbolResult? place) => place as OptionResult ?? place?.Parent as OptionResult;
}
