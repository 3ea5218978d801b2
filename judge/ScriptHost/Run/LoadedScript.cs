using System.Diagnostics;
using System.Reflection;
using Judge.Programs.Script;
using Judge.ScriptHost.Compile;

namespace Judge.ScriptHost.Run;

/// <summary>A compiled script, ready to be asked any number of times; each time it runs from its first line.</summary>
internal sealed class LoadedScript
{
    /// <summary>So deep a recursion is not looked through for lines: the line that was begun last is told.</summary>
    private const int MostFrames = 2000;

    private readonly Func<object?[], Task<object>> _run;
    private readonly string _file;

    /// <exception cref="BadImageFormatException">This is no compiled script.</exception>
    public LoadedScript(byte[] assembly, string file, ScriptKind kind)
    {
        const string Submission = "Submission#0",
            Factory = "<Factory>";
        var method =
            Assembly
                .Load(assembly)
                .GetType(Submission)
                ?.GetMethod(Factory, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new BadImageFormatException("no script");
        _run = method.CreateDelegate<Func<object?[], Task<object>>>();
        _file = file;
        Kind = kind;
    }

    public ScriptKind Kind { get; }

    public Reply Ask(Question question, Deadline watch)
    {
        var api = question.Api;
        watch.Begin(question.Limit, () => OutOfTime(question));
        try
        {
            _run([api, null]).GetAwaiter().GetResult();
            watch.End();
            return api.AtEnd() ?? Fault(question, 0, "came to its end without a decision: " + api.Cure);
        }
        catch (Exception e)
        {
            watch.End();
            return Guard.Ending switch
            {
                ScriptEnding.Decided => api.Decision!,
                ScriptEnding.OutOfTime => OutOfTime(question),
                _ => Fault(question, LineOf(e), What(e)),
            };
        }
    }

    private static string What(Exception e) =>
        e switch
        {
            InsufficientExecutionStackException => "its functions call each other too deeply.",
            OutOfMemoryException => "wants more memory than a script may have.",
            _ => $"{e.GetType().Name}: {e.Message}",
        };

    private static int LineOf(Exception e)
    {
        if (e is InsufficientExecutionStackException || new StackTrace(e, fNeedFileInfo: false).FrameCount > MostFrames)
        {
            return Guard.Line;
        }

        var frame = Array.Find(new StackTrace(e, fNeedFileInfo: true).GetFrames(), f => f.GetFileName() == ScriptCompiler.ScriptFile);
        return frame?.GetFileLineNumber() ?? Guard.Line;
    }

    private Reply OutOfTime(Question question) =>
        Fault(question, Guard.Line, FormattableString.Invariant($"ran for more than {question.Limit.TotalSeconds:0.###} s."));

    private Reply Fault(Question question, int line, string what) =>
        new(ScriptFault.Sentence(_file, line, question.Name.Length > 0 ? $"{what} (Test {question.Name})" : what));
}
