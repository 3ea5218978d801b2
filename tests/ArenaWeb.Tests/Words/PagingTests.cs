using ArenaWeb.Words;

namespace ArenaWeb.Tests.Words;

public sealed class PagingTests
{
    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(20, 1, 1, 1)]
    [InlineData(21, 2, 2, 2)]
    [InlineData(500, 0, 1, 25)]
    [InlineData(500, -2147483648, 1, 25)]
    [InlineData(500, 2147483647, 25, 25)]
    public void A_page_beyond_the_ends_is_the_nearest_there_is(int count, int asked, int page, int pages) =>
        Assert.Equal((page, pages), (Paging.Of(count, 20, asked).Page, Paging.Of(count, 20, asked).Pages));

    [Fact]
    public void Pages_hold_all_of_a_list_once()
    {
        var all = Enumerable.Range(0, 45).ToList();
        Assert.Equal(all, Enumerable.Range(1, 3).SelectMany(page => Paging.Of(all.Count, 20, page).Of(all)));
    }
}
