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
