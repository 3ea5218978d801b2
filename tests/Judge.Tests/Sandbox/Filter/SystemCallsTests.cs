using System.Text.Json.Nodes;
using Judge.Sandbox.Filter;

namespace Judge.Tests.Sandbox.Filter;

public class SystemCallsTests
{
    private static readonly IReadOnlyList<SystemCall> Calls = SystemCalls.Allowed.Calls;

    [Theory]
    [InlineData("ptrace")]
    [InlineData("shmget")]
    [InlineData("msgget")]
    [InlineData("semget")]
    [InlineData("mq_open")]
    [InlineData("io_uring_setup")]
    [InlineData("unshare")]
    [InlineData("setns")]
    [InlineData("mount")]
    [InlineData("bpf")]
    [InlineData("keyctl")]
    [InlineData("listen")]
    [InlineData("mknod")]
    [InlineData("personality")]
    public void What_has_opened_sandboxes_is_absent(string name) => Assert.DoesNotContain(Calls, c => c.Name == name);

    [Fact]
    public void Names_and_numbers_are_told_once()
    {
        Assert.Equal(Calls.Count, Calls.Select(c => c.Name).Distinct().Count());
        Assert.Equal(Calls.Count, Calls.Select(c => c.Number).Distinct().Count());
    }

    [Fact]
    public void Sockets_are_local_only_and_processes_make_no_namespaces()
    {
        Assert.Equal(new ArgumentTest(0, uint.MaxValue, 1), Calls.Single(c => c.Name == "socket").Condition);
        Assert.Equal(new ArgumentTest(0, 0x7e020000, 0), Calls.Single(c => c.Name == "clone").Condition);
        Assert.Equal(38u, Calls.Single(c => c.Name == "clone3").Error);
    }

    [Fact]
    public void The_docker_profile_denies_by_default_and_knows_one_architecture()
    {
        var profile = JsonNode.Parse(SystemCalls.Allowed.ToDockerProfile())!;
        Assert.Equal("SCMP_ACT_ERRNO", (string?)profile["defaultAction"]);
        Assert.Equal("""["SCMP_ARCH_X86_64"]""", profile["architectures"]!.ToJsonString());
        var socket = profile["syscalls"]!.AsArray().Single(r => r!["names"]!.AsArray().Any(n => (string?)n == "socket"))!;
        Assert.Equal("""[{"index":0,"value":4294967295,"valueTwo":1,"op":"SCMP_CMP_MASKED_EQ"}]""", socket["args"]!.ToJsonString());
    }
}
