using System.CommandLine;
using System.Globalization;

namespace Judge.Worker;

/// <summary>One command of the program.</summary>
/// <param name="Usage">Its form, without the program's name.</param>
/// <param name="Line">What it does, in one line.</param>
/// <param name="Takes">Its arguments in their order, and the options that only it has.</param>
internal sealed record CommandEntry(
    string Name,
    string Usage,
    Func<Words, string> Line,
    Func<ParseResult, Words, CancellationToken, Task<ExitCode>> RunAsync,
    params IReadOnlyList<Symbol> Takes
)
{
    /// <summary>An option that stands alone.</summary>
    public static Option<bool> Flag(string name) => new(name) { Arity = ArgumentArity.Zero };

    /// <summary>A number from 1 to 10,000, and the one that is meant where none is given.</summary>
    public static Option<int> Number(string name, int usual) =>
        new(name)
        {
            DefaultValueFactory = _ => usual,
            CustomParser = static given =>
            {
                var text = given.Tokens[0].Value;
                if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or > 10_000)
                {
                    given.AddError(text);
                }

                return number;
            },
        };

    /// <summary>The command for the parser, without its action.</summary>
    public Command ToCommand()
    {
        var command = new Command(Name);
        foreach (var symbol in Takes)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        return command;
    }
}

/// <summary>What the caller's shell is told.</summary>
internal enum ExitCode
{
    Good = 0,
    NotAccepted = 1,
    BadInput = 2,
    OwnFailure = 3,
    Interrupted = 130,
}

/// <summary>A command that cannot go on, with the one sentence that says why and what to do.</summary>
internal sealed class CommandFailure(ExitCode code, string sentence) : Exception(sentence)
{
    public ExitCode Code { get; } = code;
}
