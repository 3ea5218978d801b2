using Dapper;

namespace Judge.Storage;

/// <summary>
/// Arenas of one cluster share a data folder: sources, imported packages, and the keys by which any of them knows a signed-in browser. One
/// with another folder would look well until somebody meets a page of it, so a mark in the folder is held against one in the database.
/// </summary>
internal static class SharedFolder
{
    private const string MarkFile = "cluster-mark";

    /// <exception cref="InvalidOperationException">The other arenas have another folder; the message names the cure.</exception>
    public static async Task CheckAsync(Database database, string folder, CancellationToken ct)
    {
        var mark = await MarkOfAsync(Path.Combine(folder, MarkFile), ct);
        var known = await database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "INSERT INTO data_folder (id, mark) VALUES (1, @mark) ON CONFLICT (id) DO NOTHING",
                    new { mark },
                    transaction
                );
                return await connection.QuerySingleAsync<string>("SELECT mark FROM data_folder", transaction: transaction);
            },
            ct
        );
        if (known != mark)
        {
            throw new InvalidOperationException(
                $"The data folder {folder} is not the one that the other arenas on this database have: all arenas of a cluster share one, "
                    + "by NFS or the like. Mount theirs and set DataFolder to it."
            );
        }
    }

    /// <summary>Of two arenas that start at once, one makes it and the other reads it.</summary>
    private static async Task<string> MarkOfAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            var part = $"{path}.{Guid.NewGuid():N}.new";
            await File.WriteAllTextAsync(part, Guid.NewGuid().ToString("N"), ct);
            try
            {
                File.Move(part, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(part);
            }
        }

        return await File.ReadAllTextAsync(path, ct);
    }
}
