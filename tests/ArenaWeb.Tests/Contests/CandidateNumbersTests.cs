using ArenaWeb.Contests;

namespace ArenaWeb.Tests.Contests;

public sealed class CandidateNumbersTests
{
    private static readonly HashSet<string> Known = ["HS1", "HS2", "HS9", "HS10", "HS11", "P-01", "P-02", "P-03"];

    [Theory]
    [InlineData("", "", "")]
    [InlineData(" hs1,HS2;\nhs1 ", "HS1 HS2", "")]
    [InlineData("HS2-HS10", "HS2 HS9 HS10", "")]
    [InlineData("HS9 – hs11", "HS9 HS10 HS11", "")]
    [InlineData("P-01 - P-03", "P-01 P-02 P-03", "")]
    [InlineData("P-02 HS1-HS1", "P-02 HS1", "")]
    [InlineData("HS1 HS5 HS2-HS99,-", "HS1", "HS5 HS2-HS99 -")]
    [InlineData("HS10-HS2", "", "HS10-HS2")]
    public void Numbers_and_rooms_are_read_as_people_type_them(string typed, string meant, string unknown)
    {
        var read = CandidateNumbers.Read(typed, Known);
        Assert.Equal((meant, unknown), (string.Join(' ', read.Meant), string.Join(' ', read.Unknown)));
    }
}
