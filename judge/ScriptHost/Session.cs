using Judge.Programs.Script;
using Judge.Programs.Script.Protocol;
using Judge.ScriptHost.Compile;
using Judge.ScriptHost.Run;

namespace Judge.ScriptHost;

/// <summary>
/// The talk with the judge: who we are; one script to load; then calls, until the judge closes its end. What each
/// value means stands at the other end, in judge/Script/Conversation.cs.
/// </summary>
internal sealed class Session(Wire wire)
{
    private readonly Lock _sending = new();

    public void Run()
    {
        try
        {
            wire.Write(Wire.Version);
            wire.Write(HostVersion.Text);
            wire.Flush();
            if (Load() is not { } script)
            {
                return;
            }

            using var watch = new Deadline(GiveUp);
            while (true)
            {
                var question = Question.Read(wire, script.Kind);
                Answer(script.Ask(question, watch), isLast: false);
            }
        }
        catch (EndOfStreamException)
        {
            // The judge has no more to ask.
        }
    }

    private LoadedScript? Load()
    {
        var kind = (ScriptKind)wire.ReadInt((int)ScriptKind.Validator);
        var file = wire.ReadText();
        var source = wire.ReadText(Wire.MostBytes);
        var known = wire.ReadBytes();
        try
        {
            var script = TryLoad(known, file, kind);
            var compiled = script is null ? ScriptCompiler.Compile(source, file, kind) : [];
            script ??= new LoadedScript(compiled, file, kind);
            Loaded(compiled, fault: "");
            return script;
        }
        catch (ScriptFault e)
        {
            Loaded([], e.Message);
            return null;
        }
    }

    /// <summary>What was compiled before; null when there is nothing, or nothing whole.</summary>
    private static LoadedScript? TryLoad(byte[] assembly, string file, ScriptKind kind)
    {
        try
        {
            return assembly.Length > 0 ? new LoadedScript(assembly, file, kind) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private void Loaded(byte[] assembly, string fault)
    {
        wire.Write(fault);
        wire.Write(assembly);
        wire.Flush();
    }

    private void Answer(Reply reply, bool isLast)
    {
        lock (_sending)
        {
            wire.Write(reply.Fault);
            wire.Write(reply.Value);
            wire.Write(reply.ForEntrant);
            wire.Write(reply.ForStaff);
            wire.Write(isLast ? 1L : 0L);
            wire.Flush();
        }
    }

    /// <summary>A script that cannot be stopped takes the process with it; whoever asks next starts another.</summary>
    private void GiveUp(Reply reply)
    {
        Answer(reply, isLast: true);
        Environment.Exit(1);
    }
}
