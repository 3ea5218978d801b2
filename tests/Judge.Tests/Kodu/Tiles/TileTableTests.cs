using Judge.Kodu.Tiles;

namespace Judge.Tests.Kodu.Tiles;

public sealed class TileTableTests
{
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void No_label_stands_twice_on_a_side_of_a_rule(string language)
    {
        var labels = TileTable.Tiles.Values.Select(tile =>
            (tile.Slot is TileSlot.Sensor or TileSlot.Filter, tile.Label(language).ToLowerInvariant())
        );
        Assert.DoesNotContain(labels.CountBy(label => label), label => label.Value > 1);
    }

    [Fact]
    public void Whatever_is_replaced_is_replaced_by_a_tile_that_stays() =>
        Assert.All(
            TileTable.Tiles.Values.Where(tile => tile.Now is not null),
            tile => Assert.Equal((tile.Slot, null), (TileTable.Find(tile.Now!)!.Slot, TileTable.Find(tile.Now!)!.Now))
        );

    [Theory]
    [InlineData("filter.white", "Filter")]
    [InlineData("filter.White", "None")]
    [InlineData("filter.Black", "Filter")]
    [InlineData("modifer.objectsoccerball", "Modifier")]
    [InlineData("filter.named.Mai.BokuBot", "Filter")]
    [InlineData("modifier.creatable.0c0ffee0-0000-4000-8000-000000000001", "Modifier")]
    [InlineData("filter.event.arcade.shoot", "Filter")]
    [InlineData("filter.once", "None")]
    [InlineData("selector.moveleftright", "Selector")]
    public void An_id_belongs_to_one_slot(string id, string slot) => Assert.Equal(slot, TileTable.SlotOf(id).ToString());

    [Fact]
    public void Facts_say_what_a_tile_stands_for()
    {
        Assert.Equal(5, TileTable.Find("filter.05seconds")!.Seconds);
        Assert.Equal(3, TileTable.Find("modifier.taskc")!.Page);
        Assert.Equal(10, TileTable.Find("modifier.010points")!.Points);
        Assert.Equal("cycle", TileTable.Actors["FastBot"].Group);
        Assert.True(TileTable.Actors["Hut"].Is("building"));
    }
}
