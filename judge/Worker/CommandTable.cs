using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Worker;

/// <summary>One command of the program.</summary>
/// <param name="Usage">Its form, without the program's name.</param>
/// <param name="Line">What it does, in one line.</param>
internal sealed record CommandEntry(
    string Name,
    string Usage,
    Func<Words, string> Line,
    Func<IReadOnlyList<string>, Words, CancellationToken, Task<ExitCode>> RunAsync
);

/// <summary>Finds the command, and turns every failure into one sentence and an exit code.</summary>
internal static class CommandTable
{
    public static async Task<int> RunAsync(IReadOnlyList<CommandEntry> commands, IReadOnlyList<string> args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        var words = Words.Of(args);
        try
        {
            return (int)await RunAsync(commands, args, words, stop.Token);
        }
        catch (CommandFailure e)
        {
            return Say(e.Code, e.Message);
        }
        catch (PackageException e)
        {
            return Say(ExitCode.BadInput, e.Message);
        }
        catch (ImportException e)
        {
            return Say(ExitCode.BadInput, words.Language == "vi" ? e.Vietnamese : e.English);
        }
        catch (SandboxException e)
        {
            return Say(ExitCode.OwnFailure, e.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Say(ExitCode.Interrupted, words.Interrupted);
        }
        catch (Exception e)
        {
            return Say(ExitCode.OwnFailure, words.Unexpected(e.Message));
        }
    }

    private static Task<ExitCode> RunAsync(
        IReadOnlyList<CommandEntry> commands,
        IReadOnlyList<string> args,
        Words words,
        CancellationToken ct
    )
    {
        var name = args.FirstOrDefault("help");
        if (name is "help" or "--help" or "-h")
        {
            foreach (var command in commands)
            {
                Console.WriteLine($"{command.Usage}\n    {command.Line(words)}");
            }

            return Task.FromResult(args.Count == 0 ? ExitCode.BadInput : ExitCode.Good);
        }

        var found =
            commands.FirstOrDefault(command => command.Name == name)
            ?? throw new CommandFailure(ExitCode.BadInput, words.UnknownCommand(name, commands.Select(command => command.Name)));
        return found.RunAsync([.. args.Skip(1)], words, ct);
    }

    private static int Say(ExitCode code, string sentence)
    {
        Console.Error.WriteLine(sentence);
        return (int)code;
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
