using System.Text;
using Judge.ScriptHost.Run;

namespace Judge.ScriptHost.Api;

/// <summary>What every script sees as its own members.</summary>
public abstract class ScriptApi
{
    /// <summary>Longer words are cut off.</summary>
    private const int MostWords = 4000;

    private readonly StringBuilder _notes = new();

    /// <summary>The arguments that the package gives for this test.</summary>
    public IReadOnlyList<string> Arguments { get; internal set; } = [];

    public string TestName { get; internal set; } = "";

    internal Reply? Decision { get; private set; }

    /// <summary>What an author forgot who decided nothing.</summary>
    internal abstract string Cure { get; }

    /// <summary>A line for jurors and organisers; entrants do not see it.</summary>
    public void Note(string words)
    {
        if (_notes.Length < MostWords)
        {
            _notes.Append(_notes.Length > 0 ? "\n" : "").Append(words);
        }
    }

    /// <summary>What it means that the script came to its end; null: it forgot to decide.</summary>
    internal virtual Reply? AtEnd() => null;

    /// <summary>Keeps the decision and ends the script.</summary>
    internal void Decide(decimal value, string forEntrant)
    {
        Decision = Deciding(value, forEntrant);
        Guard.End(ScriptEnding.Decided);
        throw new ScriptEnd();
    }

    internal Reply Deciding(decimal value, string forEntrant) => new("", value, Cut(forEntrant), Cut(_notes.ToString()));

    /// <summary>No sign of two units is cut in half.</summary>
    private static string Cut(string words) =>
        words.Length <= MostWords ? words : words[..(char.IsHighSurrogate(words[MostWords - 1]) ? MostWords - 1 : MostWords)] + "…";
}
