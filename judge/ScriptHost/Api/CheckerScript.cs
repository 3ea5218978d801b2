namespace Judge.ScriptHost.Api;

/// <summary>What a checker sees.</summary>
public sealed class CheckerScript : ScriptApi
{
    internal CheckerScript(byte[] input, byte[] answer, byte[] output)
    {
        Input = new ScriptText("Input", input, unreadable: null);
        Answer = new ScriptText("Answer", answer, unreadable: null);
        Output = new ScriptText(
            "Output",
            output,
            (vietnamese, english) =>
            {
                Note(english);
                Reject(vietnamese);
            }
        );
    }

    public ScriptText Input { get; }

    /// <summary>The author's answer.</summary>
    public ScriptText Answer { get; }

    /// <summary>What the entrant's program wrote. What cannot be read as wanted is rejected.</summary>
    public ScriptText Output { get; }

    internal override string Cure => "call Accept(), Reject(\"why\") or Score(0.5m).";

    /// <summary>The whole mark. Ends the script, as the other decisions do.</summary>
    public void Accept(string why = "") => Decide(1, why);

    /// <summary>Nothing.</summary>
    /// <param name="why">For the entrant.</param>
    public void Reject(string why = "") => Decide(0, why);

    /// <summary>A part of the mark.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="why">For the entrant.</param>
    public void Score(decimal share, string why = "")
    {
        if (share is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is from 0 to 1.");
        }

        Decide(share, why);
    }

    /// <inheritdoc cref="Score(decimal, string)"/>
    public void Score(double share, string why = "") => Score(double.IsFinite(share) ? (decimal)share : -1, why);
}
