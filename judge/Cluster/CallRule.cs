using Judge.Queue;

namespace Judge.Cluster;

/// <summary>Who may call what.</summary>
internal static class CallRule
{
    /// <summary>What a client asks first: which grains there are.</summary>
    internal const string Manifest = "Orleans.Runtime.IClusterManifestSystemTarget";

    /// <param name="caller">Null: it did not say who it is.</param>
    /// <param name="callee">Interface that the method belongs to.</param>
    /// <param name="argument">The method's first; null: it has none.</param>
    /// <returns>Why the call is refused, in a sentence; null: it is allowed.</returns>
    public static string? Refusal(Caller? caller, Type callee, object? argument) =>
        caller switch
        {
            null => $"Nobody may call {callee.Name} without a certificate of this site.",
            { Role: SiteRole.Arena } => null,
            _ when callee.FullName == Manifest => null,
            _ when callee != typeof(IJudgeDesk) => $"A judge node may not call {callee.Name}.",
            { Name: null } => null,
            { Name: var name } when NodeIn(argument) == name => null,
            { Name: var name } => $"The certificate is for the judge node {name}: it may not speak for '{NodeIn(argument)}'.",
        };

    private static string? NodeIn(object? argument) =>
        argument switch
        {
            NodeReport report => report.Node,
            News news => news.Node,
            PieceRequest request => request.Node,
            _ => null,
        };
}

/// <param name="Name">Null: any, since nobody on this machine shows a certificate.</param>
internal readonly record struct Caller(SiteRole Role, string? Name);
