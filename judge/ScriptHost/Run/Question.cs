using Judge.Programs.Script;
using Judge.Programs.Script.Protocol;
using Judge.ScriptHost.Api;

namespace Judge.ScriptHost.Run;

/// <summary>A call as it arrives.</summary>
/// <param name="Name">Of the test, for sentences.</param>
/// <param name="Limit">CPU time.</param>
internal sealed record Question(string Name, TimeSpan Limit, ScriptApi Api)
{
    private const int MostItems = 100_000;

    /// <exception cref="EndOfStreamException">There is none any more.</exception>
    public static Question Read(Wire wire, ScriptKind kind)
    {
        var name = wire.ReadText();
        var limit = TimeSpan.FromMilliseconds(wire.ReadInt(int.MaxValue));
        var arguments = Many(wire, () => wire.ReadText());
        ScriptApi api = kind switch
        {
            ScriptKind.Checker => new CheckerScript(wire.ReadBytes(), wire.ReadBytes(), wire.ReadBytes()),
            ScriptKind.Validator => new ValidatorScript(wire.ReadBytes()),
            _ => new ScoringScript(wire.ReadDecimal(), Many(wire, () => ReadTest(wire)), Many(wire, () => ReadGroup(wire))),
        };
        api.Arguments = arguments;
        api.TestName = name;
        return new Question(name, limit, api);
    }

    private static SeenTest ReadTest(Wire wire) =>
        new(
            wire.ReadText(),
            wire.ReadText(),
            wire.ReadText(),
            wire.ReadDecimal(),
            wire.ReadDecimal(),
            TimeSpan.FromMicroseconds(wire.ReadLong())
        );

    private static SeenGroup ReadGroup(Wire wire) => new(wire.ReadText(), wire.ReadDecimal(), wire.ReadDecimal());

    private static List<T> Many<T>(Wire wire, Func<T> read)
    {
        var count = wire.ReadInt(MostItems);
        var all = new List<T>(count);
        while (all.Count < count)
        {
            all.Add(read());
        }

        return all;
    }
}

/// <summary>What is answered to a call.</summary>
/// <param name="Fault">Empty, or why the script gave no answer, with file and line.</param>
internal sealed record Reply(string Fault, decimal Value = 0, string ForEntrant = "", string ForStaff = "");
