using Judge.Contests;

namespace ArenaWeb.Access;

/// <summary>Tells at once, in this arena, that pupils of a contest are called differently; others hear of it by the event log.</summary>
internal sealed class PeopleChanges
{
    public event Action<ContestId>? Changed;

    public void Tell(ContestId contest) => Changed?.Invoke(contest);
}
