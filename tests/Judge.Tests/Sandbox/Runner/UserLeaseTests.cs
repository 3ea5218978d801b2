using Judge.Sandbox.Runner;

namespace Judge.Tests.Sandbox.Runner;

public sealed class UserLeaseTests
{
    [Fact]
    public void What_was_given_back_is_not_given_again_soon()
    {
        var given = new List<int>();
        for (var i = 0; i < 100; i++)
        {
            using var lease = UserLease.Take();
            using var neighbour = i % 7 == 0 ? UserLease.Take() : null;
            given.Add(lease.Id);
        }

        Assert.Distinct(given);
    }

    [Fact]
    public void Of_many_at_once_each_has_its_own()
    {
        var leases = new UserLease[64];
        Parallel.For(0, leases.Length, i => leases[i] = UserLease.Take());
        Assert.Distinct(leases.Select(lease => lease.Id));
        foreach (var lease in leases)
        {
            lease.Dispose();
        }
    }
}
