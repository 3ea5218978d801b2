using System.CommandLine;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Sandbox;
using Command = System.CommandLine.Command;

namespace Judge.Worker;

/// <summary>Finds the command, and turns every failure into one sentence and an exit code.</summary>
internal static class CommandTable
{
    /// <summary>Read by <see cref="Words"/> before anything else, which has to say what is wrong with the rest.</summary>
    private static readonly Option<string> Language = new("--lang") { Recursive = true };

    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>A little more than a judge node takes to let go of what it has.</summary>
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
    };

    /// <param name="errors">Where the sentence about a failure goes.</param>
    public static async Task<int> RunAsync(IReadOnlyList<CommandEntry> commands, IReadOnlyList<string> args, TextWriter errors)
    {
        var words = Words.Of(args);
        var program = new Command("contest") { Help(commands, words) };
        foreach (var option in Places.Options.Append(Language))
        {
            program.Add(option);
        }

        foreach (var entry in commands)
        {
            var command = entry.ToCommand();
            command.SetAction((parsed, ct) => EndAsync(entry, parsed, words, errors, ct));
            program.Add(command);
        }

        var parsed = program.Parse(args.DefaultIfEmpty("help").ToList(), Parsing);
        if (parsed.CommandResult.Command == program)
        {
            return Say(errors, ExitCode.BadInput, words.UnknownCommand(args[0], commands.Select(command => command.Name)));
        }

        var flaw = commands.FirstOrDefault(entry => entry.Name == parsed.CommandResult.Command.Name) is { } chosen
            ? ParseFlaw.Of(parsed, chosen, words)
            : null;
        return flaw is not null ? Say(errors, ExitCode.BadInput, flaw)
            : await parsed.InvokeAsync(Invocation) is var code && args.Count > 0 ? code
            : (int)ExitCode.BadInput;
    }

    private static Command Help(IReadOnlyList<CommandEntry> commands, Words words)
    {
        var help = new Command("help") { Aliases = { "--help", "-h" }, TreatUnmatchedTokensAsErrors = false };
        help.SetAction(_ =>
        {
            foreach (var command in commands)
            {
                Console.WriteLine($"{command.Usage}\n    {command.Line(words)}");
            }
        });
        return help;
    }

    private static async Task<int> EndAsync(CommandEntry entry, ParseResult parsed, Words words, TextWriter errors, CancellationToken ct)
    {
        // A signal ends a command in order only once it has begun to wait.
        await Task.Yield();
        try
        {
            return (int)await entry.RunAsync(parsed, words, ct);
        }
        catch (CommandFailure e)
        {
            return Say(errors, e.Code, e.Message);
        }
        catch (PackageException e)
        {
            return Say(errors, ExitCode.BadInput, e.Message);
        }
        catch (ImportException e)
        {
            return Say(errors, ExitCode.BadInput, words.Catalog[e.Said]);
        }
        catch (SandboxException e)
        {
            return Say(errors, ExitCode.OwnFailure, e.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Say(errors, ExitCode.Interrupted, words.Interrupted);
        }
        catch (Exception e)
        {
            return Say(errors, ExitCode.OwnFailure, words.Unexpected(e.Message));
        }
    }

    private static int Say(TextWriter errors, ExitCode code, string sentence)
    {
        errors.WriteLine(sentence);
        return (int)code;
    }
}
