using ArenaWeb.Staff;

namespace ArenaWeb.Workshop;

/// <summary>Addresses of the workshop of levels.</summary>
internal static class WorkshopPaths
{
    public const string Work = $"{StaffPaths.Workshop}/{{id:long}}";
    public const string Run = $"{Work}/choi/chay";

    public static string Of(WorkId id) => FormattableString.Invariant($"{StaffPaths.Workshop}/{id.Value}");

    public static string Play(WorkId id) => $"{Of(id)}/choi";

    public static string Runs(WorkId id) => $"{Play(id)}/chay";
}
