using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using FsCheck.Fluent;
using Judge.Contests;
using Judge.Tests;

namespace ArenaWeb.Tests.Accounts.Classes;

public sealed class ShortNamesTests
{
    [Fact]
    public void A_given_name_is_enough_unless_two_share_it() =>
        Assert.Equal(
            ["Văn An", "Minh Anh", "Thị Anh", "An"],
            Mates("Lê Văn An", "Trần Minh Anh", "Trần Thị Anh", "An").OrderBy(mate => mate.Person.Sbd).Select(mate => mate.Short)
        );

    [Fact]
    public void Two_of_one_name_are_told_apart_by_their_numbers()
    {
        var mates = Mates("Lê Văn An", "Lê Văn An");
        Assert.Equal([(1, "Lê Văn An"), (2, "Lê Văn An")], mates.Select(mate => (mate.Number, mate.Short)));
    }

    [Fact]
    public void Whoever_has_another_name_is_called_otherwise_and_no_longer_than_the_name()
    {
        var word = Gen.Elements("An", "Anh", "Bình", "Lê", "Minh", "Trần");
        var name = word.ArrayOf(3).Select(words => string.Join(' ', words));
        Prop.ForAll(
                name.ListOf().ToArbitrary(),
                names =>
                {
                    var mates = Mates([.. names]);
                    Assert.Equal(Enumerable.Range(1, mates.Count), mates.Select(mate => mate.Number));
                    Assert.All(mates, mate => Assert.EndsWith(mate.Short, mate.Person.Name, StringComparison.Ordinal));
                    Assert.Equal(
                        mates.Select(mate => mate.Person.Name).Distinct().Count(),
                        mates.Select(mate => mate.Short).Distinct().Count()
                    );
                }
            )
            .Holds();
    }

    private static IReadOnlyList<ClassMate> Mates(params string[] names) =>
        ShortNames.Of(
            names.Select((name, at) => new Person(new EntrantId(at + 1), new ContestId(1), $"{at:D3}", name, "TH Sông Quê", "3A", false))
        );
}
