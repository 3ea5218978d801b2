using ArenaWeb.Entries.Seating;

namespace ArenaWeb.Tests.Entries;

public sealed class SbdSchemeTests
{
    private static readonly Unnumbered[] Names =
    [
        new(1, 0, "Nguyễn Minh Đức"),
        new(2, 0, "Lý Dũng"),
        new(3, 1, "Phạm Hoài Ân"),
        new(4, 0, "Hồ Ăn"),
        new(5, 1, "Trần Thị Ánh"),
    ];

    [Fact]
    public void Numbers_follow_Vietnamese_names_within_each_division()
    {
        var given = SbdScheme.Give(Names, new HashSet<string>(), SbdOrder.Name, "");
        Assert.Equal("4=A001 2=A002 1=A003 5=B001 3=B002", Written(given));
    }

    [Fact]
    public void Whoever_comes_later_stands_behind_and_no_number_is_given_twice()
    {
        HashSet<string> taken = ["A007", "A002", "B", "HS099", "A12"];
        Assert.Equal("4=A008 2=A009 1=A010 5=B001 3=B002", Written(SbdScheme.Give(Names, taken, SbdOrder.Name, "")));
    }

    [Fact]
    public void A_draw_is_the_same_for_everybody_who_knows_its_seed()
    {
        var given = SbdScheme.Give(Names, new HashSet<string>(), SbdOrder.Drawn, "ngày 8 tháng 3");
        Assert.Equal(
            Written(given),
            Written(SbdScheme.Give([.. Names.Reverse()], new HashSet<string>(), SbdOrder.Drawn, "ngày 8 tháng 3"))
        );
        var draws = Enumerable
            .Range(0, 20)
            .Select(seed => Written(SbdScheme.Give(Names, new HashSet<string>(), SbdOrder.Drawn, $"{seed}")));
        Assert.NotEmpty(draws.Distinct().Skip(1));
    }

    [Fact]
    public void More_than_999_get_longer_numbers()
    {
        var given = SbdScheme.Give(
            [.. Enumerable.Range(1, 1200).Select(at => new Unnumbered(at, 0, "An"))],
            new HashSet<string>(),
            SbdOrder.Name,
            ""
        );
        Assert.Equal("A1200", given[1200]);
        Assert.Distinct(given.Values);
    }

    private static string Written(IReadOnlyDictionary<long, string> given) =>
        string.Join(' ', given.OrderBy(one => one.Value, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}"));
}
