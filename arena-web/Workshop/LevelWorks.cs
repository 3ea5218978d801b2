using Dapper;
using Judge.Storage;

namespace ArenaWeb.Workshop;

/// <summary>Keeps puzzles while they are made. Each change names the version it was made of, so that none is lost by another.</summary>
internal sealed class LevelWorks(Database database, TimeProvider time)
{
    private const string Select = """
        select id, author, author_name as AuthorName, state, version, title_vi as TitleVi, title_en as TitleEn, story_vi as StoryVi,
          story_en as StoryEn, level, ideal, changed_at as ChangedAt, note from level_works
        """;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<WorkId> AddAsync(string author, string name, LevelText text, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
                new WorkId(
                    await connection.ExecuteScalarAsync<long>(
                        """
                        insert into level_works (author, author_name, state, version, title_vi, title_en, story_vi, story_en, level, ideal,
                          changed_at, reviewer, note)
                        values (@author, @name, 'Draft', 1, @TitleVi, @TitleEn, @StoryVi, @StoryEn, @Level, null, @now, '', '')
                        returning id
                        """,
                        Parameters(
                            text,
                            new
                            {
                                author,
                                name,
                                now = Now,
                            }
                        ),
                        transaction
                    )
                ),
            ct
        );

    public async Task<LevelWork?> FindAsync(WorkId id, CancellationToken ct) =>
        (await ListAsync("where id = @id", new { id = id.Value }, ct)).SingleOrDefault();

    /// <summary>Those of an author, the last changed first.</summary>
    public Task<IReadOnlyList<LevelWork>> OfAsync(string author, CancellationToken ct) =>
        ListAsync("where author = @author order by changed_at desc, id desc", new { author }, ct);

    /// <summary>Those that wait to be looked at, the longest waiting first.</summary>
    public Task<IReadOnlyList<LevelWork>> WaitingAsync(CancellationToken ct) =>
        ListAsync("where state = 'Waiting' order by changed_at, id", new { }, ct);

    /// <summary>What was drawn anew has to be proved anew.</summary>
    /// <param name="version">That the change was made of.</param>
    /// <returns>False: it has changed meanwhile, or is not a draft any more.</returns>
    public Task<bool> ChangeAsync(WorkId id, long version, LevelText text, CancellationToken ct) =>
        UpdateAsync(
            """
            title_vi = @TitleVi, title_en = @TitleEn, story_vi = @StoryVi, story_en = @StoryEn, level = @Level,
              ideal = case when level = @Level then ideal end
            """,
            id,
            version,
            LevelState.Draft,
            Parameters(text),
            ct
        );

    /// <summary>Keeps a program that wins the level as it is drawn.</summary>
    /// <inheritdoc cref="ChangeAsync"/>
    public Task<bool> ProveAsync(WorkId id, long version, string ideal, string level, CancellationToken ct) =>
        UpdateAsync("ideal = @ideal, level = @level", id, version, LevelState.Draft, new DynamicParameters(new { ideal, level }), ct);

    /// <inheritdoc cref="ChangeAsync"/>
    public Task<bool> HandInAsync(WorkId id, long version, CancellationToken ct) =>
        UpdateAsync("state = 'Waiting', note = ''", id, version, LevelState.Draft, new DynamicParameters(), ct);

    /// <summary>A second person lets it into the library.</summary>
    /// <inheritdoc cref="ChangeAsync"/>
    public Task<bool> ApproveAsync(WorkId id, long version, string reviewer, CancellationToken ct) =>
        UpdateAsync(
            "state = 'Approved', reviewer = @reviewer",
            id,
            version,
            LevelState.Waiting,
            new DynamicParameters(new { reviewer }),
            ct,
            "and author <> @reviewer"
        );

    /// <inheritdoc cref="ChangeAsync"/>
    public Task<bool> GiveBackAsync(WorkId id, long version, string reviewer, string note, CancellationToken ct) =>
        UpdateAsync(
            "state = 'Draft', reviewer = @reviewer, note = @note",
            id,
            version,
            LevelState.Waiting,
            new DynamicParameters(new { reviewer, note }),
            ct
        );

    private Task<bool> UpdateAsync(
        string change,
        WorkId id,
        long version,
        LevelState state,
        DynamicParameters parameters,
        CancellationToken ct,
        string condition = ""
    )
    {
        parameters.AddDynamicParams(
            new
            {
                id = id.Value,
                version,
                state = state.ToString(),
                now = Now,
            }
        );
        return database.WriteAsync(
            async (connection, transaction) =>
                await connection.ExecuteAsync(
                    $"update level_works set {change}, version = version + 1, changed_at = @now "
                        + $"where id = @id and version = @version and state = @state {condition}",
                    parameters,
                    transaction
                ) == 1,
            ct
        );
    }

    private Task<IReadOnlyList<LevelWork>> ListAsync(string tail, object parameters, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<LevelWork>>(
            async connection => [.. (await connection.QueryAsync<Row>($"{Select} {tail}", parameters)).Select(row => row.ToWork())],
            ct
        );

    private static DynamicParameters Parameters(LevelText text, object? more = null)
    {
        var all = new DynamicParameters(
            new
            {
                text.TitleVi,
                text.TitleEn,
                text.StoryVi,
                text.StoryEn,
                text.Level,
            }
        );
        all.AddDynamicParams(more);
        return all;
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string Author { get; init; } = "";
        public string AuthorName { get; init; } = "";
        public string State { get; init; } = "";
        public long Version { get; init; }
        public string TitleVi { get; init; } = "";
        public string TitleEn { get; init; } = "";
        public string StoryVi { get; init; } = "";
        public string StoryEn { get; init; } = "";
        public string Level { get; init; } = "";
        public string? Ideal { get; init; }
        public long ChangedAt { get; init; }
        public string Note { get; init; } = "";

        public LevelWork ToWork() =>
            new(
                new WorkId(Id),
                Author,
                AuthorName,
                Enum.Parse<LevelState>(State),
                Version,
                new LevelText(TitleVi, TitleEn, StoryVi, StoryEn, Level),
                Ideal,
                DateTimeOffset.FromUnixTimeMilliseconds(ChangedAt),
                Note
            );
    }
}
