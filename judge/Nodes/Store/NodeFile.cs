using System.Globalization;
using System.Text.Json;
using Judge.Lite;
using Judge.Queue;

namespace Judge.Nodes.Store;

/// <summary>What a judge node apart keeps for itself in its <c>node.db</c>. Losing it costs time and nothing else.</summary>
internal sealed class NodeFile(LiteFile file) : IKeptOutcomes, IPackageIndex
{
    private const string Outcomes = "outcomes";
    private const string Packages = "packages";

    public async Task<IReadOnlyList<Outcome>> ReadAsync() =>
        [.. (await file.ListAsync(Outcomes)).Select(kept => JsonSerializer.Deserialize<Outcome>(kept.Value)!)];

    public Task PutAsync(Outcome outcome) =>
        file.ChangeAsync(Outcomes, KeyOf(outcome.Ticket.Judging), _ => JsonSerializer.SerializeToUtf8Bytes(outcome));

    public Task RemoveAsync(JudgingId judging) => file.ChangeAsync(Outcomes, KeyOf(judging), _ => null);

    async Task<IReadOnlyDictionary<string, CachedPackage>> IPackageIndex.ReadAsync() =>
        (await file.ListAsync(Packages)).ToDictionary(kept => kept.Key, kept => JsonSerializer.Deserialize<CachedPackage>(kept.Value)!);

    public Task PutAsync(string hash, CachedPackage package) =>
        file.ChangeAsync(Packages, hash, _ => JsonSerializer.SerializeToUtf8Bytes(package));

    public Task RemoveAsync(string hash) => file.ChangeAsync(Packages, hash, _ => null);

    private static string KeyOf(JudgingId judging) =>
        string.Create(CultureInfo.InvariantCulture, $"{judging.Submission.Value}-{judging.Rejudging.Value}");
}
