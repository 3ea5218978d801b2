using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Judge.Storage;

/// <summary>Numbered scripts that bring a database to the present shape, each applied once and never changed again.</summary>
internal static class Migrations
{
    private const string Folder = "Judge.Storage.Migrations.";

    /// <summary>The judge's own scripts, in order.</summary>
    public static IReadOnlyList<(string Name, string Sql)> OfJudge()
    {
        var assembly = typeof(Migrations).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return (name[Folder.Length..], reader.ReadToEnd());
                }),
        ];
    }

    /// <returns>How many were applied now.</returns>
    public static async Task<int> ApplyAsync(
        DbConnection connection,
        DbTransaction transaction,
        string part,
        IReadOnlyList<(string Name, string Sql)> scripts,
        string identity
    )
    {
        await connection.ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS migrations (part text NOT NULL, name text NOT NULL, checksum text NOT NULL, "
                + "PRIMARY KEY (part, name))",
            transaction: transaction
        );
        var known = (
            await connection.QueryAsync<Applied>("SELECT name, checksum FROM migrations WHERE part = @part", new { part }, transaction)
        ).ToDictionary(applied => applied.Name, applied => applied.Checksum, StringComparer.Ordinal);

        var count = 0;
        foreach (var (name, sql) in scripts.OrderBy(script => script.Name, StringComparer.Ordinal))
        {
            var checksum = Checksum(sql);
            if (known.TryGetValue(name, out var applied))
            {
                RefuseChanged(part, name, applied, checksum);
                continue;
            }

            await connection.ExecuteAsync(sql.Replace("{identity}", identity, StringComparison.Ordinal), transaction: transaction);
            await connection.ExecuteAsync(
                "INSERT INTO migrations (part, name, checksum) VALUES (@part, @name, @checksum)",
                new
                {
                    part,
                    name,
                    checksum,
                },
                transaction
            );
            count++;
        }

        return count;
    }

    private static void RefuseChanged(string part, string name, string applied, string checksum)
    {
        if (applied != checksum)
        {
            throw new InvalidOperationException(
                $"The script {name} of {part} was changed after it had been applied to this database. Put it back as it was and "
                    + "write a new script with the next number."
            );
        }
    }

    private static string Checksum(string sql) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));

    private sealed class Applied
    {
        public string Name { get; set; } = "";
        public string Checksum { get; set; } = "";
    }
}
