using Judge.Sandbox.Docker;

namespace Judge.Tests.Sandbox.Docker;

public class OwnerTests
{
    [Fact]
    public void This_process_is_alive_and_survives_being_written_down()
    {
        var me = Owner.Current();
        Assert.False(me.IsDead);
        Assert.Equal(me, Owner.Parse(me.ToString()));
    }

    [Fact]
    public void A_process_number_used_again_is_not_its_predecessor() => Assert.True((Owner.Current() with { Started = "1" }).IsDead);

    [Fact]
    public void A_process_that_is_gone_is_dead() => Assert.True((Owner.Current() with { Process = int.MaxValue }).IsDead);

    [Fact]
    public void Of_another_host_nothing_is_known() => Assert.False(new Owner("elsewhere.invalid", int.MaxValue, "1").IsDead);

    [Theory]
    [InlineData("")]
    [InlineData("a/b/c")]
    [InlineData("a/1")]
    public void Other_labels_are_nobody(string label) => Assert.Null(Owner.Parse(label));
}
