using System.Net;
using System.Net.Sockets;
using Judge.Cluster;
using Judge.Worker;

namespace Judge.Tests.Worker;

public sealed class ClusterCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contest-cluster-command-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task Nodes_are_enrolled_only_where_the_authority_lies() =>
        AssertRefusedAsync("127.0.0.1:30443", $"There is no {SiteAuthority.KeyFile} in the folder {_folder}.");

    [Fact]
    public async Task An_address_that_is_taken_is_told()
    {
        SiteAuthority.OpenOrMake(_folder, TimeProvider.System.GetUtcNow()).Dispose();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await AssertRefusedAsync($"{other.LocalEndpoint}", $"Cannot listen at {other.LocalEndpoint}:");
    }

    private async Task AssertRefusedAsync(string at, string sentence)
    {
        using var errors = new StringWriter();
        string[] words = ["cluster", "enrol", _folder, "--node", "lab-1", "--at", at, "--lang", "en"];
        Assert.Equal((int)ExitCode.BadInput, await CommandTable.RunAsync([ClusterCommand.Entry], words, errors));
        Assert.StartsWith(sentence, errors.ToString());
    }
}
