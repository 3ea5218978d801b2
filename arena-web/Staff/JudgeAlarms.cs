using System.Globalization;
using Judge.Queue;
using Judge.Sandbox;

namespace ArenaWeb.Staff;

/// <summary>Something about the judges that the organiser should know.</summary>
/// <param name="Kind">Kind of notice: info, warning, error.</param>
/// <param name="Key">Its sentences are <c>{Key}.title</c> and <c>{Key}.text</c>.</param>
/// <param name="Value">Placeholder 0 of both.</param>
internal sealed record Alarm(string Kind, string Key, string Value = "");

/// <summary>What the state of queue and judges means for a contest. Pure.</summary>
internal static class JudgeAlarms
{
    /// <summary>Older than this, something waits too long even in a busy contest.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(1);

    /// <summary>The gravest first.</summary>
    public static IReadOnlyList<Alarm> Of(QueueState queue, IReadOnlyList<NodeView> judges, DateTimeOffset now)
    {
        var alarms = new List<Alarm>();
        if (judges.Count == 0)
        {
            alarms.Add(new("error", "admin.alarm.nobody"));
        }
        else if (judges.All(judge => !HasBox(judge)))
        {
            alarms.Add(new("error", "admin.alarm.noBox"));
        }
        else if (queue.OldestAt is { } oldest && now - oldest > LongWait)
        {
            alarms.Add(new("warning", "admin.alarm.slow", ((int)(now - oldest).TotalMinutes).ToString(CultureInfo.InvariantCulture)));
        }
        alarms.AddRange(
            judges
                .Where(judge => HasBox(judge) && judge.Trouble.Length > 0)
                .Select(judge => new Alarm("warning", "admin.alarm.trouble", judge.Node))
        );
        if (judges.Any(IsBubblewrap))
        {
            alarms.Add(new("info", "admin.alarm.bubblewrap"));
        }

        return alarms;
    }

    /// <summary>What everybody may know: that submissions wait, or that boxes are not Docker's; null: nothing to say.</summary>
    public static Alarm? ForEverybody(IReadOnlyList<NodeView> judges) =>
        !judges.Any(HasBox) ? new("warning", "boards.judging.waits")
        : judges.Any(IsBubblewrap) ? new("info", "boards.judging.bubblewrap")
        : null;

    public static bool HasBox(NodeView judge) => judge.Sandbox != SandboxKind.None;

    private static bool IsBubblewrap(NodeView judge) => judge.Sandbox == SandboxKind.Bubblewrap;
}
