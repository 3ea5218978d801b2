using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace ArenaWeb.Access;

/// <summary>Who an endpoint is for.</summary>
internal enum OpenTo
{
    None,
    Everybody,

    /// <summary>Pupils; the page asks for the rights of whoever sits in the contest.</summary>
    Pupil,

    /// <summary>Any of the staff; the page shows of each contest what its reader may see.</summary>
    Staff,

    /// <summary>Whoever may see an object of the matrix.</summary>
    Object,
}

/// <summary>What a number in an address belongs to.</summary>
internal enum FoundBy
{
    None,
    Contest,
    Submission,
    Rejudging,
    Unit,
}

/// <param name="Route">Such as <c>/btc/bai-nop/{id:long}</c>.</param>
/// <param name="Table">Table of the matrix; empty: the audience is no object's.</param>
/// <param name="Object">Row of that table; empty exactly when the table is.</param>
internal sealed record EndpointLine(string Route, OpenTo OpenTo, string Table, string Object, FoundBy FoundBy);

/// <summary>The file <c>endpoints.md</c>: what each endpoint shows, and to whom.</summary>
internal static class EndpointTable
{
    public static IReadOnlyList<EndpointLine> Lines { get; } =
    [.. Matrix.Cells(Matrix.Text("endpoints.md").Split('\n')).Skip(1).Select(LineOf)];

    /// <summary>What the framework adds for files that changed since the build.</summary>
    private const string DevelopmentFiles = "{**path:file}";

    private static readonly FrozenDictionary<string, EndpointLine> ByRoute = Lines.ToFrozenDictionary(line => line.Route);

    /// <summary>Null: the table does not know it.</summary>
    public static EndpointLine? Find(RouteEndpoint endpoint) => ByRoute.GetValueOrDefault(RouteOf(endpoint));

    /// <summary>Scripts, styles, fonts and icons, which are the same for everybody.</summary>
    public static bool IsAsset(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || endpoint is RouteEndpoint { RoutePattern.RawText: DevelopmentFiles };

    public static string RouteOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.Trim('/')}";

    private static EndpointLine LineOf(string[] cells)
    {
        var asks = cells[1].Split(' ');
        var foundBy = cells[2].Length == 0 ? FoundBy.None : Enum.Parse<FoundBy>(cells[2], ignoreCase: true);
        return asks.Length == 1
            ? new(cells[0], Enum.Parse<OpenTo>(asks[0], ignoreCase: true), "", "", foundBy)
            : new(cells[0], OpenTo.Object, asks[0], asks[1], foundBy);
    }
}
