using Judge.Queue;

namespace Judge.Tests.Cluster;

/// <summary>A grain that is there once in a cluster, and of no concern to judge nodes.</summary>
internal interface IWhereabouts : IGrainWithIntegerKey
{
    [ResponseTimeout("00:00:02")]
    Task<string> WhereAsync();
}

internal sealed class Whereabouts(ILocalSiloDetails silo) : Grain, IWhereabouts
{
    public Task<string> WhereAsync() => Task.FromResult(silo.Name);
}

/// <summary>Answers as an arena does that has no work.</summary>
internal sealed class IdleDesk : Grain, IJudgeDesk
{
    public Task<Orders> ReportAsync(NodeReport report) => Task.FromResult(new Orders(default, [], []));

    public Task TellAsync(News news) => Task.CompletedTask;

    public Task<Piece> FetchAsync(PieceRequest request) => Task.FromResult(default(Piece));
}
