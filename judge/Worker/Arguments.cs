namespace Judge.Worker;

/// <summary>The words after a command: plain ones, <c>--name value</c> and <c>--flag</c>, in any order.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _options = [];

    private Arguments(IReadOnlyList<string> plain) => Plain = plain;

    public IReadOnlyList<string> Plain { get; }

    /// <param name="options">Names that take a value, without hyphens.</param>
    /// <param name="flags">Names that stand alone.</param>
    /// <exception cref="CommandFailure">An option is unknown or lacks its value.</exception>
    public static Arguments Parse(IReadOnlyList<string> args, Words words, string[] options, string[] flags)
    {
        var plain = new List<string>();
        var parsed = new Arguments(plain);
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                plain.Add(args[i]);
            }
            else if (flags.Contains(args[i][2..]))
            {
                parsed._options[args[i][2..]] = "";
            }
            else if (!options.Contains(args[i][2..]))
            {
                throw new CommandFailure(ExitCode.BadInput, words.UnknownOption(args[i]));
            }
            else if (i + 1 == args.Count)
            {
                throw new CommandFailure(ExitCode.BadInput, words.ValueMissing(args[i]));
            }
            else
            {
                parsed._options[args[i][2..]] = args[++i];
            }
        }

        return parsed;
    }

    public bool Has(string name) => _options.ContainsKey(name);

    public string? Option(string name) => _options.GetValueOrDefault(name);
}
