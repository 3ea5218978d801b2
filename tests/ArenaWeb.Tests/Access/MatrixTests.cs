using System.Reflection;
using ArenaWeb.Access;

namespace ArenaWeb.Tests.Access;

public sealed class MatrixTests
{
    [Fact]
    public void Every_object_that_code_asks_for_is_a_row_of_the_contests_table()
    {
        var asked = typeof(Objects).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);
        Assert.Empty(asked.Except(Matrix.Contest.Rows.Keys));
    }

    [Fact]
    public void Every_row_says_something_for_each_hat_of_its_table()
    {
        foreach (var table in new[] { Matrix.House, Matrix.Contest, Matrix.Marking })
        {
            Assert.All(table.Rows.Values, row => Assert.Equal(table.Rows.Values[0].Keys.Order(), row.Keys.Order()));
        }
    }

    [Fact]
    public void Before_the_codes_are_joined_nobody_holds_both_names_and_marks()
    {
        var table = Matrix.Marking;
        var hats = Enum.GetValues<Hat>().Where(hat => hat is not (Hat.None or Hat.Author or Hat.School));
        foreach (var hat in hats)
        {
            for (var phase = 0; phase < table.Phases.IndexOf('T', StringComparison.Ordinal); phase++)
            {
                Assert.False(
                    Sees(table, "identity", hat, phase) && (Sees(table, "sheet-locked", hat, phase) || Sees(table, "totals", hat, phase)),
                    $"{hat} in {table.Phases[phase]}"
                );
            }
        }
    }

    [Theory]
    [InlineData("X-")]
    [InlineData("sometimes")]
    [InlineData("GE")]
    public void A_word_that_nobody_knows_is_refused(string cell) =>
        Assert.Throws<FormatException>(() =>
            Matrix.Parse($"\n## contest: S G E\n| object | public |\n|---|---|\n| it | {cell} |\n").ToList()
        );

    private static bool Sees(MatrixTable table, string name, Hat hat, int phase) =>
        table.Rows[name].TryGetValue(hat, out var rules)
        && rules.Any(rule => rule.Sight != Sight.Log && rule.From <= phase && phase <= rule.To);
}
