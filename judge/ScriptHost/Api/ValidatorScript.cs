using Judge.ScriptHost.Run;

namespace Judge.ScriptHost.Api;

/// <summary>What a validator of inputs sees. An input that nothing is said against is good.</summary>
public sealed class ValidatorScript : ScriptApi
{
    internal ValidatorScript(byte[] input) => Input = new StrictText(input, why => Reject(why));

    public StrictText Input { get; }

    internal override string Cure => "";

    /// <summary>The input is not as the statement promises. Ends the script.</summary>
    public void Reject(string why = "") => Decide(0, why);

    /// <summary>The input is good. Ends the script; coming to the end says the same.</summary>
    public void Accept() => Decide(1, "");

    internal override Reply AtEnd() => Deciding(1, "");
}
