using Judge.Storage;
using Microsoft.Data.Sqlite;

namespace Judge.Tests.Storage;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(5, false)]
    [InlineData(10, false)]
    [InlineData(13, false)]
    [InlineData(18, true)]
    [InlineData(19, true)]
    public async Task A_busy_file_a_broken_disk_or_a_full_one_refuses_no_verdict_but_a_broken_rule_does(int code, bool refuses)
    {
        await using var database = new SqliteDatabase("nowhere.db");
        Assert.Equal(refuses, database.Refuses(new SqliteException("It failed.", code)));
    }
}
