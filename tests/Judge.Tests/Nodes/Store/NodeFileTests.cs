using System.Text.Json;
using Judge.Lite;
using Judge.Nodes.Store;
using Judge.Queue;
using Microsoft.Extensions.Logging.Abstractions;
using Support;

namespace Judge.Tests.Nodes.Store;

public sealed class NodeFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contest-node-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "node.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_kept_is_there_for_the_next_run_whole()
    {
        await using (var file = Open())
        {
            var node = new NodeFile(file);
            await node.PutAsync(SomeJob.Judged(1));
            await node.PutAsync(SomeJob.Judged(2));
            await node.PutAsync(SomeJob.Judged(2, attempt: 3));
            await node.PutAsync(new Outcome(SomeJob.Of(4, rejudging: 9).Ticket, Judge.Queue.Ending.Failed, null, "Hỏng đĩa."));
            await node.RemoveAsync(SomeJob.Judging(1));
            await node.PutAsync(new string('a', 64), new CachedPackage("tong", 5, TestClock.New().GetUtcNow()));
        }

        await using var again = Open();
        var kept = (await new NodeFile(again).ReadAsync()).OrderBy(outcome => outcome.Ticket.Judging.Submission.Value).ToList();
        Assert.Equal(JsonSerializer.Serialize(SomeJob.Judged(2, attempt: 3)), JsonSerializer.Serialize(kept[0]));
        Assert.Equal(SomeJob.Judged(2).Judgement!.Groups, kept[0].Judgement!.Groups);
        Assert.Equal(SomeJob.Judged(2).Judgement!.Tests, kept[0].Judgement!.Tests);
        Assert.Equal((SomeJob.Of(4, rejudging: 9).Ticket, "Hỏng đĩa."), (kept[1].Ticket, kept[1].Trouble));
        var packages = await ((IPackageIndex)new NodeFile(again)).ReadAsync();
        Assert.Equal(new CachedPackage("tong", 5, TestClock.New().GetUtcNow()), packages[new string('a', 64)]);
    }

    [Fact]
    public async Task A_damaged_file_is_moved_aside_and_the_node_starts_empty()
    {
        await File.WriteAllTextAsync(Path, new string('x', 20_000), TestContext.Current.CancellationToken);
        await using var file = Open();
        Assert.Empty(await new NodeFile(file).ReadAsync());
        Assert.Single(MovedAside.Beside(Path));
        await new NodeFile(file).PutAsync(SomeJob.Judged(1));
        Assert.Single(await new NodeFile(file).ReadAsync());
    }

    private LiteFile Open() => new(Path, TimeProvider.System, NullLogger<LiteFile>.Instance);
}
