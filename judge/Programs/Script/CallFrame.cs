using Judge.Programs.Script.Protocol;
using Judge.Sandbox;

namespace Judge.Programs.Script;

/// <summary>A question on the wire. The host reads it in ScriptHost/Run/Question.cs, value by value in the same order.</summary>
internal static class CallFrame
{
    public static void Write(Wire wire, ScriptCall call)
    {
        wire.Write(call.Name);
        wire.Write((long)call.Limit.TotalMilliseconds);
        Many(wire, call.Arguments, wire.Write);
        switch (call)
        {
            case ScriptCall.Check check:
                Write(wire, check.Input);
                Write(wire, check.Answer);
                Write(wire, check.Output);
                break;
            case ScriptCall.Validate validate:
                Write(wire, validate.Input);
                break;
            case ScriptCall.Score score:
                wire.Write(score.FullScore);
                Many(wire, score.Tests, test => Write(wire, test));
                Many(wire, score.Groups, group => Write(wire, group));
                break;
        }

        wire.Flush();
    }

    private static void Write(Wire wire, Content content)
    {
        using var stream = content.OpenRead();
        wire.Write(stream, content.Length);
    }

    private static void Write(Wire wire, ScriptTest test)
    {
        wire.Write(test.Name);
        wire.Write(test.Group);
        wire.Write(test.Verdict);
        wire.Write(test.Share);
        wire.Write(test.Mark);
        wire.Write(test.Cpu.Ticks / TimeSpan.TicksPerMicrosecond);
    }

    private static void Write(Wire wire, ScriptGroup group)
    {
        wire.Write(group.Name);
        wire.Write(group.Max);
        wire.Write(group.Share);
    }

    private static void Many<T>(Wire wire, IReadOnlyCollection<T> all, Action<T> write)
    {
        wire.Write(all.Count);
        foreach (var one in all)
        {
            write(one);
        }
    }
}
