namespace ArenaWeb.Staff;

/// <summary>A part of the arena that knows what the organiser should be told besides the judges.</summary>
internal interface IAlarmSource
{
    Task<IReadOnlyList<Alarm>> LookAsync(CancellationToken ct);
}
