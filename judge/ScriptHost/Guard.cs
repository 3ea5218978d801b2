using System.Runtime.CompilerServices;

namespace Judge.ScriptHost;

/// <summary>
/// What every compiled script is laced with: it tells where the script is, and ends it when its time is over or when it has
/// decided. One script runs at a time, on one thread.
/// </summary>
public static class Guard
{
    private static volatile ScriptEnding _ending;
    private static int _line;

    /// <summary>Whether a <c>catch</c> of the script may take an exception: not the one that ends the script.</summary>
    public static bool MayCatch => _ending == ScriptEnding.None;

    internal static ScriptEnding Ending => _ending;

    /// <summary>Line of the statement that was begun last, from 1.</summary>
    internal static int Line => _line;

    /// <summary>Before each statement.</summary>
    public static void At(int number)
    {
        _line = number;
        if (_ending != ScriptEnding.None)
        {
            throw new ScriptEnd();
        }
    }

    /// <summary>Before the first statement of each function: too deep a recursion ends in an exception, not in a crash.</summary>
    public static void Enter(int number)
    {
        At(number);
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    internal static void Begin()
    {
        _line = 0;
        _ending = ScriptEnding.None;
    }

    /// <summary>Ends the script at its next statement, for this reason unless there was one before.</summary>
    internal static void End(ScriptEnding reason)
    {
        if (_ending == ScriptEnding.None)
        {
            _ending = reason;
        }
    }
}

/// <summary>Why a script ends before its end.</summary>
internal enum ScriptEnding
{
    None,
    Decided,
    OutOfTime,
}

/// <summary>Carries a script to its end.</summary>
internal sealed class ScriptEnd : Exception;
